package io.baedal.local.command;

import static io.baedal.local.command.DeadLetterFixture.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.Main;
import io.baedal.local.common.Part;
import io.baedal.local.common.Ports;
import io.baedal.local.launcher.LocalOptions;
import io.baedal.local.launcher.LocalSystem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs the command against a real broker. */
class DeadLettersCommandIT {
  private static final TopicPartition MEALS = new TopicPartition("meals.v1", 0);

  @TempDir static Path data;
  private static LocalSystem system;
  private static Map<String, Object> kafka;
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @BeforeAll
  static void startKafka() {
    system =
        LocalSystem.open(
            LocalOptions.in(Path.of(".."))
                .data(data)
                .ports(Ports.free())
                .parts(Set.of(Part.KAFKA))
                .build());
    system.start();
    kafka = Map.of("bootstrap.servers", system.kafkaBootstrap());
  }

  @AfterAll
  static void stopKafka() {
    system.close();
  }

  @BeforeEach
  void createTopics() throws Exception {
    try (Admin admin = Admin.create(kafka)) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(MEALS.topic(), 1, (short) 1),
                  new NewTopic(DeadLetterFixture.TOPIC, 2, (short) 1)))
          .all()
          .get();
    }
  }

  @AfterEach
  void deleteTopics() throws Exception {
    try (Admin admin = Admin.create(kafka)) {
      admin.deleteTopics(List.of(MEALS.topic(), DeadLetterFixture.TOPIC)).all().get();
    }
  }

  @Test
  void replaysOneForItsGroupOnceAndListsWhatIsStillOpen() throws Exception {
    // moved twice: the consumer was killed before it could commit its offset
    send(message("id-1", "kitchen", 1), message("id-1", "kitchen", 1), message("id-1", "bar", 1));
    assertThat(run()).isZero();
    assertThat(lines()).hasSize(3).filteredOn(line -> line.contains("id-1")).hasSize(2);

    assertThat(run("replay", "--id", "id-1", "--group", "kitchen")).isZero();
    assertThat(lines()).containsExactly("Replayed id-1 for kitchen");
    assertThat(replayedFor()).containsExactly("kitchen");

    assertThat(run("list")).isZero();
    assertThat(lines()).hasSize(2).last().asString().contains("id-1", "bar");
    assertThat(run("list", "--replayed")).isZero();
    assertThat(lines()).hasSize(2).last().asString().contains("id-1", "kitchen");

    assertThat(run("replay", "--id", "id-1", "--group", "kitchen")).isZero();
    assertThat(lines()).singleElement().asString().startsWith("Already replayed");
    assertThat(run("replay", "--all")).isZero();
    assertThat(run("replay", "--all")).isZero();
    assertThat(replayedFor()).containsExactly("kitchen", "bar");

    assertThat(run("replay", "--id", "id-1", "--group", "kitchen", "--replayed")).isZero();
    assertThat(replayedFor()).containsExactly("kitchen", "bar", "kitchen");
  }

  @Test
  void aReplayThatFailsAgainIsANewDeadLetter() throws Exception {
    send(message("id-1", "kitchen", 1));
    assertThat(run("replay", "--all")).isZero();
    send(message("id-1", "kitchen", 2));

    assertThat(run("list", "--id", "id-1")).isZero();
    assertThat(lines()).hasSize(2);
    assertThat(run("show", "--id", "id-1")).isZero();
    assertThat(output.toString()).contains("meals.v1-0@2").doesNotContain("meals.v1-0@1");
  }

  @Test
  void listsTheNewestOfMany() throws Exception {
    for (int i = 0; i < 9; i++) {
      send(message("id-" + i, "kitchen", i));
    }

    assertThat(run("--limit", "2", "--topic", "meals.v1")).isZero();
    assertThat(lines())
        .hasSize(4)
        .satisfies(
            lines -> {
              assertThat(lines.get(1)).contains("id-8");
              assertThat(lines.get(2)).contains("id-7");
              assertThat(lines.get(3)).startsWith("The newest 2 of 9");
            });
    assertThat(run("--topic", "other.v1")).isZero();
    assertThat(lines()).containsExactly("No dead letters.");
  }

  @Test
  void reportsThatThereIsNoSuchDeadLetter() {
    assertThat(run("replay", "--id", "nosuch")).isOne();
    assertThat(errors.toString())
        .isEqualToIgnoringNewLines("baedal: There is no such dead letter: nosuch");
  }

  private int run(String... arguments) {
    output.getBuffer().setLength(0);
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(output, true));
    command.setErr(new PrintWriter(errors, true));
    List<String> all =
        new ArrayList<>(List.of("dead-letters", "--bootstrap-servers", system.kafkaBootstrap()));
    all.addAll(List.of(arguments));
    return command.execute(all.toArray(String[]::new));
  }

  private List<String> lines() {
    return output.toString().lines().toList();
  }

  @SafeVarargs
  private static void send(ProducerRecord<byte[], byte[]>... messages) throws Exception {
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(kafka, bytes, bytes)) {
      for (ProducerRecord<byte[], byte[]> message : messages) {
        producer.send(message).get();
      }
    }
  }

  private static List<String> replayedFor() {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(kafka, bytes, bytes)) {
      consumer.assign(List.of(MEALS));
      consumer.seekToBeginning(List.of(MEALS));
      List<String> groups = new ArrayList<>();
      while (consumer.position(MEALS) < consumer.endOffsets(List.of(MEALS)).get(MEALS)) {
        for (ConsumerRecord<?, ?> replay : consumer.poll(Duration.ofSeconds(1))) {
          groups.add(new String(replay.headers().lastHeader("baedal_replay_for").value(), UTF_8));
        }
      }
      return groups;
    }
  }
}
