package io.baedal.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.baedal.messaging.event.DeliveryPickedUp;
import io.baedal.messaging.event.Topics;
import io.baedal.messaging.inbox.EventReader;
import io.baedal.messaging.inbox.Inbox;
import io.baedal.messaging.outbox.Outbox;
import io.baedal.messaging.test.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
    properties = {
      "spring.application.name=messaging-test",
      "spring.kafka.consumer.group-id=messaging-test",
      "spring.flyway.locations=classpath:db/messaging",
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "baedal.messaging.partitions=2"
    })
@ContextConfiguration(initializers = TestPostgres.class)
@EmbeddedKafka(kraft = true)
@DirtiesContext
class OutboxRelayIT {

  @Autowired Outbox outbox;
  @Autowired JdbcClient jdbc;
  @Autowired Received received;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void sendsCommittedEventsInSequenceAndDeletesThem() {
    List<UUID> orders = IntStream.range(0, 20).mapToObj(i -> UUID.randomUUID()).toList();
    for (int round = 0; round < 5; round++) {
      int second = round;
      transaction().executeWithoutResult(tx -> orders.forEach(id -> publish(id, second)));
    }

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(received.about(orders)).hasSize(100));
    for (UUID order : orders) {
      assertThat(received.about(List.of(order)))
          .extracting(event -> event.at().getEpochSecond())
          .containsExactly(0L, 1L, 2L, 3L, 4L);
    }
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single())
                    .isZero());
  }

  @Test
  void sendsNoEventOfARolledBackTransaction() {
    UUID rolledBack = UUID.randomUUID();
    UUID committed = UUID.randomUUID();
    transaction()
        .executeWithoutResult(
            tx -> {
              publish(rolledBack, 1);
              tx.setRollbackOnly();
            });
    transaction().executeWithoutResult(tx -> publish(committed, 1));

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(received.about(List.of(committed))).hasSize(1));
    assertThat(received.about(List.of(rolledBack))).isEmpty();
  }

  @Test
  void refusesToPublishOutsideATransaction() {
    assertThatThrownBy(() -> publish(UUID.randomUUID(), 1))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void letsOneRelaySendAtATime() {
    UUID order = UUID.randomUUID();
    transaction()
        .executeWithoutResult(
            holder -> {
              jdbc.sql("SELECT pg_advisory_xact_lock(x'62616564616c'::bigint)").query().singleRow();
              var other = transaction();
              other.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
              other.executeWithoutResult(tx -> publish(order, 1));
              await()
                  .during(Duration.ofSeconds(3))
                  .atMost(Duration.ofMinutes(2))
                  .until(() -> received.about(List.of(order)).isEmpty());
            });

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(received.about(List.of(order))).hasSize(1));
  }

  @Test
  void retriesAFailedMessage() {
    UUID order = UUID.randomUUID();
    received.remainingFailures.set(2);
    transaction().executeWithoutResult(tx -> publish(order, 1));

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(received.about(List.of(order))).hasSize(1));
    assertThat(received.remainingFailures).hasValue(0);
  }

  private void publish(UUID orderId, int second) {
    outbox.publish(new DeliveryPickedUp(orderId, Instant.ofEpochSecond(second)));
  }

  private TransactionTemplate transaction() {
    return new TransactionTemplate(transactions);
  }

  static class Received {
    private final List<DeliveryPickedUp> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger remainingFailures = new AtomicInteger();
    private final EventReader reader;
    private final Inbox inbox;
    private final TransactionTemplate transaction;

    Received(EventReader reader, Inbox inbox, PlatformTransactionManager transactions) {
      this.reader = reader;
      this.inbox = inbox;
      this.transaction = new TransactionTemplate(transactions);
    }

    @KafkaListener(topics = Topics.DELIVERIES)
    void on(ConsumerRecord<String, String> message) {
      var event = reader.read(message).orElseThrow();
      if (remainingFailures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        throw new IllegalStateException("injected failure");
      }
      boolean first = Boolean.TRUE.equals(transaction.execute(tx -> inbox.firstTime(event.id())));
      if (first) {
        events.add((DeliveryPickedUp) event.event());
      }
    }

    List<DeliveryPickedUp> about(List<UUID> orders) {
      return events.stream().filter(event -> orders.contains(event.orderId())).toList();
    }
  }

  @SpringBootApplication
  static class Application {
    @org.springframework.context.annotation.Bean
    Received received(EventReader reader, Inbox inbox, PlatformTransactionManager transactions) {
      return new Received(reader, inbox, transactions);
    }
  }
}
