package io.baedal.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.messaging.event.DeliveryPickedUp;
import io.baedal.messaging.event.Topics;
import io.baedal.messaging.inbox.EventReader;
import io.baedal.messaging.outbox.Outbox;
import io.baedal.messaging.test.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Kafka loses its topics while a service runs. */
@Tag("slow")
@SpringBootTest(
    classes = TopicsLostIT.Application.class,
    properties = {
      "spring.application.name=messaging-test",
      "spring.kafka.consumer.group-id=messaging-test",
      "spring.flyway.locations=classpath:db/messaging",
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "spring.kafka.properties.metadata.max.age.ms=1000",
      "baedal.messaging.partitions=1"
    })
@ContextConfiguration(initializers = TestPostgres.class)
@EmbeddedKafka(kraft = true)
@DirtiesContext
class TopicsLostIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Autowired Outbox outbox;
  @Autowired KafkaAdmin admin;
  @Autowired KafkaTemplate<String, String> kafka;
  @Autowired PlatformTransactionManager transactions;
  @Autowired Application application;
  @Autowired TopicCreator topics;

  @Test
  void recreatesTopicsAndReplacesTheProducer() throws Exception {
    awaitReceived(publish());
    await().atMost(PATIENCE).until(topics::knowsTopics);
    var producer = kafka.getProducerFactory().createProducer();
    try (var client = Admin.create(admin.getConfigurationProperties())) {
      client.deleteTopics(Topics.ALL).all().get();
    }

    awaitReceived(publish());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(kafka.getProducerFactory().createProducer()).isNotSameAs(producer));
  }

  @Test
  void recreatesDeadLetterTopics() throws Exception {
    String deadLetters = Topics.deadLetter(Topics.ORDERS);
    await().atMost(PATIENCE).until(topics::knowsTopics);
    try (var client = Admin.create(admin.getConfigurationProperties())) {
      Uuid lost = idOf(deadLetters, client);
      client.deleteTopics(List.of(deadLetters)).all().get();

      await()
          .atMost(PATIENCE)
          .ignoreExceptionsMatching(e -> e.getCause() instanceof UnknownTopicOrPartitionException)
          .until(() -> !idOf(deadLetters, client).equals(lost));
    }
  }

  private static Uuid idOf(String topic, Admin client) throws Exception {
    return client.describeTopics(List.of(topic)).allTopicNames().get().get(topic).topicId();
  }

  private void awaitReceived(UUID order) {
    await().atMost(PATIENCE).until(() -> application.received.contains(order));
  }

  private UUID publish() {
    UUID order = UUID.randomUUID();
    new TransactionTemplate(transactions)
        .executeWithoutResult(tx -> outbox.publish(new DeliveryPickedUp(order, Instant.EPOCH)));
    return order;
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {
    private final Set<UUID> received = ConcurrentHashMap.newKeySet();

    @Bean
    Listener listener(EventReader reader) {
      return new Listener(reader, received);
    }
  }

  record Listener(EventReader reader, Set<UUID> received) {
    @KafkaListener(topics = Topics.DELIVERIES)
    void on(ConsumerRecord<String, String> message) {
      reader.read(message).ifPresent(event -> received.add(event.event().orderId()));
    }
  }
}
