package io.baedal.orderview.view.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.Topics;
import io.baedal.messaging.outbox.Outbox;
import io.baedal.messaging.test.TestPostgres;
import io.baedal.orderview.view.Cancellation;
import io.baedal.orderview.view.OrderViewFixture;
import io.baedal.orderview.view.OrderViews;
import io.baedal.web.access.Scope;
import io.baedal.web.request.OrderNumbers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "baedal.messaging.partitions=2",
      "baedal.messaging.replicas=1"
    })
@ContextConfiguration(initializers = TestPostgres.class)
@EmbeddedKafka(kraft = true)
@DirtiesContext // otherwise the listeners continue to connect to a stopped broker
class OrderEventsIT {

  @Autowired Outbox outbox;
  @Autowired TransactionTemplate transaction;
  @Autowired OrderViews views;
  @Autowired OrderNumbers numbers;
  @Autowired KafkaTemplate<String, String> kafka;

  @Test
  void appliesEventsOfBothTopics() {
    OrderViewFixture order = OrderViewFixture.anOrder();
    kafka.send(Topics.ORDERS, order.orderId().toString(), "not an event");
    ProducerRecord<String, String> unknown =
        new ProducerRecord<>(Topics.ORDERS, order.orderId().toString(), "{}");
    unknown.headers().add("ce_type", "io.baedal.order.unknown.v9".getBytes(StandardCharsets.UTF_8));
    kafka.send(unknown);
    transaction.executeWithoutResult(
        tx -> {
          outbox.publish(order.placed(0));
          outbox.publish(order.changed(1, OrderStatus.PAYMENT_APPROVED));
          outbox.publish(order.cancellationRequested(2));
        });

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(views.find(order.orderId(), Scope.ALL))
                    .hasValueSatisfying(
                        view -> {
                          assertThat(view.order()).isEqualTo(order.placed(0));
                          assertThat(view.status()).isEqualTo(OrderStatus.PAYMENT_APPROVED);
                          assertThat(view.timeline()).hasSize(1);
                          assertThat(view.cancellation())
                              .extracting(Cancellation::outcome)
                              .isEqualTo(Cancellation.Outcome.PENDING);
                        }));
    assertThat(numbers.find(order.number(), Scope.ALL)).contains(order.orderId());
  }
}
