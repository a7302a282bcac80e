package io.baedal.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.messaging.FailingRelay.Failure;
import io.baedal.messaging.event.DeliveryPickedUp;
import io.baedal.messaging.event.Topics;
import io.baedal.messaging.inbox.EventReader;
import io.baedal.messaging.inbox.ReceivedEvent;
import io.baedal.messaging.outbox.Outbox;
import io.baedal.messaging.outbox.OutboxRelay;
import io.baedal.messaging.test.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Relays fail in the middle of a batch, one after the other, while events are published. */
@SpringBootTest(
    properties = {
      "spring.application.name=messaging-test",
      "spring.kafka.consumer.group-id=failed-relays",
      "spring.flyway.locations=classpath:db/messaging",
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "baedal.messaging.partitions=3"
    })
@ContextConfiguration(initializers = TestPostgres.class)
@EmbeddedKafka(kraft = true)
@DirtiesContext
class FailingRelaysIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int RELAYS = 3;
  private static final int FAILURES = 10;
  private static final int WRITERS = 4;
  private static final int ORDERS_PER_WRITER = 5;

  /** More than a batch, so that a relay can always fail in the middle of one. */
  private static final int WAITING_EVENTS = 20 * FailingRelay.BATCH;

  @Autowired OutboxRelay serviceRelay;
  @Autowired Outbox outbox;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  @Autowired DataSourceProperties database;
  @Autowired ProducerFactory<String, String> producers;
  @Autowired ConsumerFactory<String, String> consumers;
  @Autowired KafkaAdmin admin;
  @Autowired EventReader reader;

  private final Semaphore writePermits = new Semaphore(WAITING_EVENTS);
  private final BlockingQueue<FailingRelay> failed = new LinkedBlockingQueue<>();
  private final List<FailingRelay> relays = new ArrayList<>();
  private volatile boolean writing = true;

  @BeforeEach
  void stopTheRelayOfTheService() {
    serviceRelay.stop();
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(KafkaException.class)
        .untilAsserted(() -> assertThat(admin.describeTopics(Topics.DELIVERIES)).hasSize(1));
  }

  @AfterEach
  void stopAll() {
    writing = false;
    writePermits.release(WAITING_EVENTS);
    relays.forEach(FailingRelay::close);
  }

  @Test
  void sendsEachEventAndThoseOfAnOrderInSequence() throws InterruptedException {
    List<CompletableFuture<Map<UUID, Long>>> writers =
        IntStream.range(0, WRITERS)
            .mapToObj(writer -> CompletableFuture.supplyAsync(this::write, thread()))
            .toList();
    for (int relay = 0; relay < RELAYS; relay++) {
      startRelay();
    }
    for (int failure = 0; failure < FAILURES; failure++) {
      FailingRelay relay = failed.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(relay).as("failure " + failure).isNotNull();
      // the failed relay still holds the lock, so the others have sent nothing
      terminateConnectionOf(relay);
      relay.kill();
      startRelay();
      // relays frozen earlier resume after others have sent their events
      relays.stream().filter(other -> other != relay).forEach(FailingRelay::thaw);
    }
    writing = false;
    writePermits.release(WAITING_EVENTS);
    Map<UUID, Long> written =
        writers.stream()
            .flatMap(writer -> writer.join().entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    relays.forEach(FailingRelay::close);
    serviceRelay.start();
    await()
        .atMost(PATIENCE)
        .until(() -> jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single() == 0);

    List<ReceivedEvent> received = received();
    List<ReceivedEvent> first = withoutDuplicates(received);
    assertThat(received).as("received duplicates").hasSizeGreaterThan(first.size());
    assertThat(numbersByOrder(first)).isEqualTo(numbers(written));
  }

  private void startRelay() {
    int number = relays.size();
    Failure failure = number % 2 == 0 ? Failure.KILLED : Failure.FROZEN;
    var relay =
        new FailingRelay(
            "relay-" + number,
            database,
            producers,
            new FailingRelay.FailurePoint(
                1 + number % 3, 1 + number * 7 % (FailingRelay.BATCH - 1), failure),
            failed::add,
            writePermits::release);
    relays.add(relay);
    relay.start();
  }

  private void terminateConnectionOf(FailingRelay relay) {
    assertThat(
            jdbc.sql(
                    """
                    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                    WHERE application_name = ?
                    """)
                .param(relay.name())
                .query(Long.class)
                .single())
        .isOne();
  }

  /** Writes events of some orders, numbered from 0, and returns the number per order. */
  private Map<UUID, Long> write() {
    var transaction = new TransactionTemplate(transactions);
    List<UUID> orders = Stream.generate(UUID::randomUUID).limit(ORDERS_PER_WRITER).toList();
    long number = 0;
    while (writing) {
      writePermits.acquireUninterruptibly(ORDERS_PER_WRITER);
      long next = number++;
      transaction.executeWithoutResult(
          status ->
              orders.forEach(
                  order ->
                      outbox.publish(new DeliveryPickedUp(order, Instant.ofEpochSecond(next)))));
    }
    long each = number;
    return orders.stream().collect(Collectors.toMap(order -> order, order -> each));
  }

  private static Executor thread() {
    return command -> new Thread(command).start();
  }

  /** All events in the topic, in the order of each partition. */
  private List<ReceivedEvent> received() {
    var events = new ArrayList<ReceivedEvent>();
    try (Consumer<String, String> consumer = consumers.createConsumer()) {
      var partitions =
          consumer.partitionsFor(Topics.DELIVERIES).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer
            .poll(Duration.ofSeconds(1))
            .forEach(message -> events.add(reader.read(message).orElseThrow()));
      }
    }
    return events;
  }

  private static List<ReceivedEvent> withoutDuplicates(List<ReceivedEvent> events) {
    Set<UUID> seen = new HashSet<>();
    return events.stream().filter(event -> seen.add(event.id())).toList();
  }

  private static Map<UUID, List<Long>> numbersByOrder(List<ReceivedEvent> events) {
    return events.stream()
        .map(event -> (DeliveryPickedUp) event.event())
        .collect(
            Collectors.groupingBy(
                DeliveryPickedUp::orderId,
                Collectors.mapping(event -> event.at().getEpochSecond(), Collectors.toList())));
  }

  private static Map<UUID, List<Long>> numbers(Map<UUID, Long> written) {
    return written.entrySet().stream()
        .filter(order -> order.getValue() > 0)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                order -> LongStream.range(0, order.getValue()).boxed().toList()));
  }

  @SpringBootApplication
  static class Application {}
}
