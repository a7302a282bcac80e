package io.baedal.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.messaging.event.DeliveryPickedUp;
import io.baedal.messaging.event.EventType;
import io.baedal.messaging.event.Topics;
import io.baedal.messaging.inbox.EventReader;
import io.baedal.messaging.inbox.Inbox;
import io.baedal.messaging.test.LockWaits;
import io.baedal.messaging.test.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.ConsumerGroupState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Consumers join, leave and are removed from a group while one of them handles a batch. */
@Tag("slow")
@SpringBootTest(
    properties = {
      "spring.application.name=messaging-test",
      "spring.flyway.locations=classpath:db/messaging",
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "baedal.messaging.partitions=2"
    })
@ContextConfiguration(initializers = TestPostgres.class)
@EmbeddedKafka(kraft = true)
@DirtiesContext
class RebalancesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int EVENTS_PER_ORDER = 10;
  private static final long MIDDLE = 5;

  @Autowired ConcurrentKafkaListenerContainerFactory<Object, Object> containers;
  @Autowired KafkaTemplate<String, String> kafka;
  @Autowired KafkaAdmin admin;
  @Autowired EventReader reader;
  @Autowired Inbox inbox;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  private final String group = "group-" + UUID.randomUUID();
  private final List<UUID> orders = Stream.generate(UUID::randomUUID).limit(4).toList();
  private final Map<String, AtomicInteger> handledBy = new ConcurrentHashMap<>();
  private final List<ConcurrentMessageListenerContainer<?, ?>> started = new ArrayList<>();
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch resume = new CountDownLatch(1);

  /** Where a consumer is blocked in the middle of a batch. */
  private enum Held {
    BEFORE_TRANSACTION,
    IN_TRANSACTION
  }

  @BeforeEach
  void sendMessages() {
    jdbc.sql(
            """
            CREATE TABLE IF NOT EXISTS effects (
              id bigint GENERATED ALWAYS AS IDENTITY, order_id uuid, number bigint)
            """)
        .update();
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(KafkaException.class)
        .untilAsserted(() -> assertThat(admin.describeTopics(Topics.DELIVERIES)).hasSize(1));
    send(0);
  }

  @AfterEach
  void stopAll() {
    resume.countDown();
    started.forEach(ConcurrentMessageListenerContainer::stop);
  }

  @Test
  void aConsumerJoinsDuringABatchOfAnother() throws Exception {
    start("first", Held.BEFORE_TRANSACTION, Duration.ofMinutes(5));
    awaitLatch(held);
    start("second");
    await().atMost(PATIENCE).until(() -> groupIs(ConsumerGroupState.PREPARING_REBALANCE));
    resume.countDown();
    await().atMost(PATIENCE).until(() -> groupIs(ConsumerGroupState.STABLE));
    send(EVENTS_PER_ORDER);

    assertEffectsOnceInSequence(2 * EVENTS_PER_ORDER);
    assertThat(handled("first")).isPositive();
    assertThat(handled("second")).isPositive();
  }

  @Test
  void aConsumerLeavesDuringABatch() throws Exception {
    var first = start("first", Held.IN_TRANSACTION, Duration.ofMinutes(5));
    awaitLatch(held);
    start("second");
    first.stop(() -> {});
    resume.countDown();

    assertEffectsOnceInSequence(EVENTS_PER_ORDER);
    assertThat(handled("first")).isPositive();
    assertThat(handled("second")).isPositive();
  }

  @Test
  void aRemovedConsumerFinishesItsBatch() throws Exception {
    start("first", Held.BEFORE_TRANSACTION, Duration.ofSeconds(3));
    awaitLatch(held);
    start("second");
    await().atMost(PATIENCE).until(() -> effects() == all(EVENTS_PER_ORDER));
    int before = handled("first");
    resume.countDown();
    await().atMost(PATIENCE).until(() -> handled("first") > before + 1);

    assertEffectsOnceInSequence(EVENTS_PER_ORDER);
    assertSomeWereRedelivered();
  }

  @Test
  void aRemovedConsumerCommitsItsTransaction() throws Exception {
    start("first", Held.IN_TRANSACTION, Duration.ofSeconds(3));
    awaitLatch(held);
    start("second");
    await().atMost(PATIENCE).until(() -> LockWaits.count(jdbc) > 0);
    resume.countDown();

    assertEffectsOnceInSequence(EVENTS_PER_ORDER);
    assertSomeWereRedelivered();
  }

  /** Starts a consumer that is not blocked. */
  private void start(String name) {
    start(name, null, Duration.ofMinutes(5));
  }

  private ConcurrentMessageListenerContainer<?, ?> start(
      String name, @Nullable Held where, Duration longestBatch) {
    var container = containers.createContainer(Topics.DELIVERIES);
    container.setBeanName(name);
    container.getContainerProperties().setGroupId(group);
    container.getContainerProperties().setStopImmediate(true);
    var properties = new Properties();
    properties.setProperty(
        ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, Long.toString(longestBatch.toMillis()));
    container.getContainerProperties().setKafkaConsumerProperties(properties);
    container.setupMessageListener(
        (MessageListener<String, String>) message -> handle(name, where, message));
    started.add(container);
    container.start();
    return container;
  }

  private void handle(
      String consumer, @Nullable Held where, ConsumerRecord<String, String> message) {
    var received = reader.read(message).orElseThrow();
    var event = (DeliveryPickedUp) received.event();
    if (!orders.contains(event.orderId())) {
      return; // of another test
    }
    handledBy.computeIfAbsent(consumer, any -> new AtomicInteger()).incrementAndGet();
    boolean middle = event.at().getEpochSecond() == MIDDLE;
    if (middle && where == Held.BEFORE_TRANSACTION) {
      hold();
    }
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              if (!inbox.firstTime(received.id())) {
                return;
              }
              jdbc.sql("INSERT INTO effects (order_id, number) VALUES (?, ?)")
                  .params(event.orderId(), event.at().getEpochSecond())
                  .update();
              if (middle && where == Held.IN_TRANSACTION) {
                hold();
              }
            });
  }

  private void hold() {
    held.countDown();
    awaitLatch(resume);
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sends events of all orders, numbered from {@code number}, half of the orders to each partition.
   */
  private void send(int number) {
    for (int i = number; i < number + EVENTS_PER_ORDER; i++) {
      for (int order = 0; order < orders.size(); order++) {
        var event = new DeliveryPickedUp(orders.get(order), Instant.ofEpochSecond(i));
        var message =
            new ProducerRecord<>(
                Topics.DELIVERIES,
                order % 2,
                event.orderId().toString(),
                "{\"orderId\":\"%s\",\"at\":\"%s\"}".formatted(event.orderId(), event.at()));
        message.headers().add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
        message.headers().add("ce_type", EventType.of(event).wireName().getBytes(UTF_8));
        kafka.send(message);
      }
    }
    kafka.flush();
  }

  private void assertEffectsOnceInSequence(int perOrder) {
    await().atMost(PATIENCE).until(() -> effects() >= all(perOrder));
    for (UUID order : orders) {
      assertThat(
              jdbc.sql("SELECT number FROM effects WHERE order_id = ? ORDER BY id")
                  .param(order)
                  .query(Long.class)
                  .list())
          .isEqualTo(LongStream.range(0, perOrder).boxed().toList());
    }
  }

  private void assertSomeWereRedelivered() {
    await()
        .atMost(PATIENCE)
        .until(() -> handled("first") + handled("second") > all(EVENTS_PER_ORDER));
    assertThat(effects()).isEqualTo(all(EVENTS_PER_ORDER));
  }

  private int all(int perOrder) {
    return perOrder * orders.size();
  }

  private int effects() {
    return jdbc.sql("SELECT count(*) FROM effects WHERE order_id = ANY (?)")
        .param(orders.toArray(UUID[]::new))
        .query(Integer.class)
        .single();
  }

  private int handled(String consumer) {
    return handledBy.getOrDefault(consumer, new AtomicInteger()).get();
  }

  private boolean groupIs(ConsumerGroupState state) throws Exception {
    try (Admin client = Admin.create(admin.getConfigurationProperties())) {
      return client.describeConsumerGroups(List.of(group)).all().get().get(group).state() == state;
    }
  }

  @SpringBootApplication
  static class Application {}
}
