package io.baedal.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.baedal.local.common.Credentials;
import io.baedal.local.common.DataDirectory;
import io.baedal.local.common.Instance;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import io.baedal.local.common.Ports;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real PostgreSQL and Kafka, no services. */
@Tag("slow")
class LocalSystemIT {
  private static final Path REPOSITORY = Path.of("..");

  @TempDir static Path data;
  private final List<String> progress = new ArrayList<>();

  @Test
  void keepsItsDataOverRestartsAndCrashes() throws Exception {
    Ports ports = Ports.free();
    try (LocalSystem system = LocalSystem.open(stores(ports).build())) {
      system.start();
      execute(system, "CREATE TABLE meals (name text)");
      execute(system, "INSERT INTO meals VALUES ('kimchi')");
      send(system, "bibimbap");
      assertThat(progress).anyMatch(line -> line.matches("PostgreSQL ready on \\d+ \\(.* s\\)"));

      system.kill(Part.POSTGRES);
      system.kill(Part.KAFKA);
      assertThat(system.isRunning(Part.KAFKA)).isFalse();
      system.start(Part.POSTGRES);
      system.start(Part.KAFKA);
      assertThat(meals(system)).containsExactly("kimchi");
      assertThat(received(system)).containsExactly("bibimbap");
      assertThat(system.failure()).isNotDone();
    }
    assertThat(Ports.isFree(ports.of(Part.POSTGRES))).isTrue();
    assertThat(Ports.isFree(ports.of(Part.KAFKA))).isTrue();
    assertThat(Files.list(data.resolve("run"))).isEmpty();

    Ports others = Ports.free();
    try (LocalSystem system = LocalSystem.open(stores(others).build())) {
      system.start();
      assertThat(meals(system)).containsExactly("kimchi");
      assertThat(received(system)).containsExactly("bibimbap");
      assertThatThrownBy(() -> LocalSystem.open(stores(Ports.free()).build()))
          .isInstanceOf(LocalFailure.class)
          .hasMessageContaining("already runs on");
    }
  }

  @Test
  void noServiceCanReadTheDatabaseOfAnother(@TempDir Path own) throws Exception {
    try (LocalSystem system =
        LocalSystem.open(stores(Ports.free()).data(own).parts(Set.of(Part.POSTGRES)).build())) {
      system.start();
      Credentials payment = system.credentials(Part.PAYMENT);

      assertThatThrownBy(
              () ->
                  DriverManager.getConnection(
                      system.jdbcUrl(Part.ORDER), payment.username(), payment.password()))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(
              () -> DriverManager.getConnection(system.jdbcUrl(Part.ORDER), "orders", "wrong"))
          .hasMessageContaining("password authentication failed");
      assertThat(setting(system, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(system, "fsync")).isEqualTo("on");
    }
  }

  @Test
  void reportsThatAPartEndedByItselfAndStopsTheRest(@TempDir Path own) throws Exception {
    LocalOptions options = stores(Ports.free()).data(own).build();
    try (LocalSystem system = LocalSystem.open(options)) {
      system.start();
      long kafka = Long.parseLong(Files.readString(own.resolve("run/kafka.pid")));

      assertThat(Signals.send("KILL", kafka)).isTrue();

      await().atMost(Duration.ofMinutes(2)).until(() -> system.failure().isDone());
      assertThat(system.failure().join())
          .hasMessageStartingWith("Kafka was ended by signal 9")
          .hasMessageEndingWith("see " + own.resolve("logs/kafka.log"));
    }
    assertThat(Ports.isFree(options.ports().of(Part.POSTGRES))).isTrue();
  }

  @Test
  void aStartFailsWhenItsPartIsKilled(@TempDir Path own) {
    LocalOptions options = stores(Ports.free()).data(own).parts(Set.of(Part.KAFKA)).build();
    try (LocalSystem system = LocalSystem.open(options)) {
      CompletableFuture<Void> start = CompletableFuture.runAsync(() -> system.start(Part.KAFKA));
      await().atMost(Duration.ofMinutes(2)).until(() -> system.isRunning(Part.KAFKA));

      system.kill(Part.KAFKA);

      assertThat(start)
          .failsWithin(Duration.ofMinutes(2))
          .withThrowableThat()
          .havingRootCause()
          .isInstanceOf(LocalFailure.class)
          .withMessage("Kafka was stopped before it was ready.");
    }
  }

  @Test
  void stopsTheProcessesOfAKilledRun(@TempDir Path own) throws Exception {
    LocalOptions options = stores(Ports.free()).data(own).build();
    LocalSystem abandoned = LocalSystem.open(options);
    abandoned.start();
    List<ProcessHandle> left =
        Stream.of(Part.POSTGRES, Part.KAFKA)
            .map(part -> abandoned.process(Instance.first(part)).orElseThrow())
            .toList();

    List<String> stopped = new Leftovers(own).stop();

    assertThat(stopped).hasSize(2).anyMatch(line -> line.startsWith("Kafka (process "));
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> left.stream().noneMatch(ProcessHandle::isAlive));
    abandoned.close();
  }

  @Test
  void aTakenPortIsNamedBeforeAnythingStarts(@TempDir Path own) throws IOException {
    Ports ports = Ports.free();
    try (ServerSocket taken = new ServerSocket(ports.of(Part.POSTGRES))) {
      assertThat(taken.isBound()).isTrue();
      assertThatThrownBy(() -> LocalSystem.open(stores(ports).data(own).build()))
          .isInstanceOf(LocalFailure.class)
          .hasMessageStartingWith("Port " + taken.getLocalPort() + " (PostgreSQL) is taken");
    }
    assertThat(own.resolve("postgres")).doesNotExist();
    assertThatCode(() -> DataDirectory.lock(own).close()).doesNotThrowAnyException();
  }

  private LocalOptions.Builder stores(Ports ports) {
    return LocalOptions.in(REPOSITORY)
        .data(data)
        .ports(ports)
        .parts(Set.of(Part.POSTGRES, Part.KAFKA))
        .progress(progress::add);
  }

  private static Connection connect(LocalSystem system) throws SQLException {
    Credentials orders = system.credentials(Part.ORDER);
    return DriverManager.getConnection(
        system.jdbcUrl(Part.ORDER), orders.username(), orders.password());
  }

  private static void execute(LocalSystem system, String sql) throws SQLException {
    try (Connection connection = connect(system);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> meals(LocalSystem system) throws SQLException {
    return query(system, "SELECT name FROM meals");
  }

  private static String setting(LocalSystem system, String name) throws SQLException {
    return query(system, "SHOW " + name).get(0);
  }

  private static List<String> query(LocalSystem system, String sql) throws SQLException {
    try (Connection connection = connect(system);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (result.next()) {
        values.add(result.getString(1));
      }
      return values;
    }
  }

  private static void send(LocalSystem system, String meal) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", system.kafkaBootstrap());
    try (Admin admin = Admin.create(settings)) {
      admin.createTopics(List.of(new NewTopic("meals.v1", 1, (short) 1))).all().get();
    }
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("meals.v1", "k", meal)).get();
    }
  }

  private static List<String> received(LocalSystem system) {
    TopicPartition partition = new TopicPartition("meals.v1", 0);
    List<String> received = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", system.kafkaBootstrap()),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(200))
                    .forEach(message -> received.add(message.value()));
                return !received.isEmpty();
              });
    }
    return received;
  }
}
