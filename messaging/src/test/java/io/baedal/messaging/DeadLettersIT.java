package io.baedal.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.messaging.event.Topics;
import io.baedal.messaging.inbox.EventReader;
import io.baedal.messaging.inbox.MessageBatches;
import io.baedal.messaging.inbox.ReplayFilter;
import io.baedal.messaging.test.TestPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.CannotCreateTransactionException;

@SpringBootTest(
    properties = {
      "spring.application.name=messaging-test",
      "spring.flyway.locations=classpath:db/messaging",
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "baedal.messaging.partitions=1",
      "baedal.messaging.retries=2"
    })
@ContextConfiguration(initializers = TestPostgres.class)
@EmbeddedKafka(kraft = true, partitions = 1)
@DirtiesContext
class DeadLettersIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Autowired KafkaTemplate<String, String> kafka;
  @Autowired KafkaAdmin admin;
  @Autowired MeterRegistry meters;
  @Autowired TestListeners listeners;

  private final String order = UUID.randomUUID().toString();
  private final String next = UUID.randomUUID().toString();

  @BeforeEach
  void awaitTopics() {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(KafkaException.class)
        .untilAsserted(() -> assertThat(admin.describeTopics(Topics.ORDERS)).hasSize(1));
  }

  @Test
  void aMessageThatAlwaysFailsBecomesADeadLetterWithItsReason() {
    var cause = new IllegalArgumentException("root cause");
    listeners.fails(order, tries -> new IllegalStateException("x".repeat(5_000), cause));
    send(Topics.ORDERS, order);
    send(Topics.ORDERS, next);

    ConsumerRecord<String, String> letter = deadLetter(order);
    assertThat(letter.value()).isEqualTo("of " + order);
    assertThat(text(letter, "ce_id")).isEqualTo(order);
    assertThat(text(letter, "kafka_dlt-original-topic")).isEqualTo(Topics.ORDERS);
    assertThat(bytes(letter, "kafka_dlt-original-partition").getInt()).isZero();
    assertThat(bytes(letter, "kafka_dlt-original-offset").getLong()).isNotNegative();
    assertThat(text(letter, "kafka_dlt-original-consumer-group")).isEqualTo("group");
    assertThat(bytes(letter, "kafka_deliveryAttempt").getInt()).isEqualTo(3);
    assertThat(text(letter, "kafka_dlt-exception-fqcn"))
        .isEqualTo(IllegalStateException.class.getName());
    assertThat(text(letter, "kafka_dlt-exception-cause-fqcn"))
        .isEqualTo(IllegalArgumentException.class.getName());
    assertThat(text(letter, "kafka_dlt-exception-message"))
        .startsWith("root cause; java.lang.IllegalStateException: xxx")
        .hasSizeLessThanOrEqualTo(1_001);
    assertThat(letter.headers().lastHeader("kafka_dlt-exception-stacktrace")).isNull();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(listeners.handled).contains(next));
    assertThat(listeners.handled).doesNotContain(order);
    assertThat(listeners.handledByOtherGroup).contains(order, next);
  }

  @Test
  void aMessageThatAlternatesBetweenTwoFailuresBecomesADeadLetter() {
    listeners.fails(
        order,
        tries ->
            tries % 2 == 0 ? new IllegalStateException("even") : new IllegalArgumentException());
    send(Topics.ORDERS, order);

    assertThat(bytes(deadLetter(order), "kafka_deliveryAttempt").getInt()).isEqualTo(3);
  }

  @Test
  void anUnreadableMessageIsNotRetried() {
    kafka.send(Topics.DELIVERIES, order, "{nonsense");

    ConsumerRecord<String, String> letter = deadLetter(order);
    assertThat(letter.value()).isEqualTo("{nonsense");
    assertThat(bytes(letter, "kafka_deliveryAttempt").getInt()).isOne();
    assertThat(text(letter, "kafka_dlt-exception-message"))
        .isEqualTo("message without header ce_type");
  }

  @Test
  void aMessageOfTheMaximumSizeBecomesADeadLetter() {
    kafka.send(Topics.DELIVERIES, order, "x".repeat(1_048_400));

    assertThat(deadLetter(order).value()).hasSize(1_048_400);
  }

  @Test
  void noMessageBecomesADeadLetterWhileTheDatabaseIsUnavailable() {
    listeners.fails(
        order, tries -> tries < 10 ? new CannotCreateTransactionException("no connection") : null);
    send(Topics.ORDERS, order);
    send(Topics.ORDERS, next);

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(listeners.handled).contains(next));
    assertThat(listeners.handled).contains(order);
    assertThat(listeners.deadLetters).noneMatch(letter -> order.equals(letter.key()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"57014", "25P02", "25006", "08006", "40P01", "54000", ""})
  void aMessageRejectedByAnAvailableDatabaseBecomesADeadLetter(String state) {
    var fault = new SQLException("no", state.isEmpty() ? null : state);
    listeners.fails(order, tries -> new UncategorizedSQLException("insert", "INSERT", fault));
    send(Topics.ORDERS, order);
    send(Topics.ORDERS, next);

    assertThat(deadLetter(order).value()).isEqualTo("of " + order);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(listeners.handled).contains(next));
  }

  @Test
  void aMessageWhoseDeadLetterIsRefusedIsRetriedWithBackoff() throws Exception {
    setMaxMessageBytes(Topics.deadLetter(Topics.PAYMENTS), 100);
    try {
      double before = count(Topics.PAYMENTS);
      kafka.send(Topics.PAYMENTS, order, "unreadable");
      send(Topics.PAYMENTS, next);
      await().atMost(PATIENCE).until(() -> listeners.tries(order) >= 3);
      assertThat(listeners.tries(order)).isLessThan(10);
      assertThat(listeners.handled).doesNotContain(next);
      assertThat(count(Topics.PAYMENTS)).isEqualTo(before);
    } finally {
      setMaxMessageBytes(Topics.deadLetter(Topics.PAYMENTS), 1_000_000);
    }

    assertThat(deadLetter(order).value()).isEqualTo("unreadable");
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(listeners.handled).contains(next));
    assertThat(count(Topics.PAYMENTS)).isOne();
  }

  @Test
  void onlyItsGroupHandlesAReplay() {
    var replay = message(Topics.ORDERS, order);
    replay.headers().add(ReplayFilter.REPLAY_FOR, "group".getBytes(UTF_8));
    kafka.send(replay);
    send(Topics.ORDERS, next);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(listeners.handled).contains(order, next);
              assertThat(listeners.handledByOtherGroup).contains(next);
            });
    assertThat(listeners.handledByOtherGroup).doesNotContain(order);
  }

  @Test
  void theCounterOfEveryConsumedTopicStartsAtZero() {
    assertThat(meters.find("baedal.dead.letters").counters())
        .extracting(counter -> counter.getId().getTag("topic"))
        .contains(Topics.ORDERS, Topics.DELIVERIES, Topics.PAYMENTS);
  }

  @Test
  void deadLettersAreKeptForAsLongAsConfigured() throws Exception {
    var topic = resource(Topics.deadLetter(Topics.ORDER_STATUS));
    try (Admin client = Admin.create(admin.getConfigurationProperties())) {
      var settings = client.describeConfigs(List.of(topic)).all().get().get(topic);
      assertThat(settings.get(TopicConfig.RETENTION_MS_CONFIG).value())
          .isEqualTo(Long.toString(Duration.ofDays(14).toMillis()));
    }
  }

  private void send(String topic, String orderId) {
    kafka.send(message(topic, orderId));
  }

  private static ProducerRecord<String, String> message(String topic, String orderId) {
    var message = new ProducerRecord<>(topic, orderId, "of " + orderId);
    message.headers().add("ce_id", orderId.getBytes(UTF_8));
    return message;
  }

  private ConsumerRecord<String, String> deadLetter(String orderId) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                listeners.deadLetters.stream()
                    .filter(letter -> orderId.equals(letter.key()))
                    .findFirst()
                    .orElse(null),
            letter -> letter != null);
  }

  private static String text(ConsumerRecord<?, ?> letter, String header) {
    return new String(letter.headers().lastHeader(header).value(), UTF_8);
  }

  private static ByteBuffer bytes(ConsumerRecord<?, ?> letter, String header) {
    // the listener of dead letters adds a header with its own attempts
    return ByteBuffer.wrap(letter.headers().headers(header).iterator().next().value());
  }

  private double count(String topic) {
    return meters.get("baedal.dead.letters").tag("topic", topic).counter().count();
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private void setMaxMessageBytes(String topic, int bytes) throws Exception {
    var setting = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes));
    try (Admin client = Admin.create(admin.getConfigurationProperties())) {
      client
          .incrementalAlterConfigs(
              Map.of(
                  resource(topic), List.of(new AlterConfigOp(setting, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  /** Listeners of two groups. The failures of the first group are injected per order. */
  static class TestListeners {
    final List<String> handled = new CopyOnWriteArrayList<>();
    final List<String> handledByOtherGroup = new CopyOnWriteArrayList<>();
    final List<ConsumerRecord<String, String>> deadLetters = new CopyOnWriteArrayList<>();
    private final Map<String, IntFunction<@Nullable RuntimeException>> failures =
        new ConcurrentHashMap<>();
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private final EventReader reader;
    private final MessageBatches batches;

    TestListeners(EventReader reader, MessageBatches batches) {
      this.reader = reader;
      this.batches = batches;
    }

    void fails(String order, IntFunction<@Nullable RuntimeException> failureAfterTries) {
      failures.put(order, failureAfterTries);
    }

    int tries(String order) {
      return tries.getOrDefault(order, 0);
    }

    @KafkaListener(groupId = "group", topics = Topics.ORDERS, batch = "true")
    void on(List<ConsumerRecord<String, String>> messages) {
      batches.handle(messages, batch -> batch.forEach(this::on));
    }

    private void on(ConsumerRecord<String, String> message) {
      int before = tries.merge(message.key(), 1, Integer::sum) - 1;
      var failure = failures.getOrDefault(message.key(), tries -> null).apply(before);
      if (failure != null) {
        throw failure;
      }
      handled.add(message.key());
    }

    @KafkaListener(
        groupId = "group",
        topics = {Topics.DELIVERIES, Topics.PAYMENTS})
    void read(ConsumerRecord<String, String> message) {
      tries.merge(message.key(), 1, Integer::sum);
      if (message.headers().lastHeader("ce_id") == null) {
        reader.read(message);
      }
      handled.add(message.key());
    }

    @KafkaListener(groupId = "other-group", topics = Topics.ORDERS)
    void watch(ConsumerRecord<String, String> message) {
      handledByOtherGroup.add(message.key());
    }

    @KafkaListener(groupId = "dead-letters", topicPattern = ".*dead-letter")
    void collect(ConsumerRecord<String, String> letter) {
      deadLetters.add(letter);
    }
  }

  @SpringBootApplication
  static class Application {
    @Bean
    TestListeners listeners(EventReader reader, MessageBatches batches) {
      return new TestListeners(reader, batches);
    }

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }
  }
}
