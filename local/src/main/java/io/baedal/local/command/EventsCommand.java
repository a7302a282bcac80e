package io.baedal.local.command;

import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.NotRunning;
import io.baedal.local.common.Part;
import io.baedal.local.common.Place;
import io.baedal.local.common.Ports;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints events as they happen, until Ctrl-C. */
@Command(
    name = "events",
    description = "Prints the events of the running system as they happen; Ctrl-C ends it.",
    mixinStandardHelpOptions = true)
public final class EventsCommand implements Runnable {
  /** Our topics carry a version; Kafka's own do not. */
  private static final Pattern TOPICS = Pattern.compile("[a-z-]+\\.v\\d+(\\.dead-letter)?");

  @Mixin private Place place = new Place();

  @Option(names = "--from-start", description = "Begins with the oldest event that is kept.")
  private boolean fromStart;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    Ports ports = place.runningPorts();
    int port = ports.of(Part.KAFKA);
    if (Ports.isFree(port)) {
      throw NotRunning.at(ports.address(Part.KAFKA));
    }
    PrintWriter out = spec.commandLine().getOut();
    EventLine line = new EventLine(ZoneId.systemDefault());
    try (Consumer<String, String> consumer =
        new KafkaConsumer<>(settings(ports.address(Part.KAFKA)))) {
      Runtime.getRuntime().addShutdownHook(new Thread(consumer::wakeup, "stop"));
      consumer.subscribe(TOPICS, reportOnce());
      while (true) {
        for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofSeconds(1))) {
          out.println(line.of(event));
        }
        out.flush();
        if (Ports.isFree(port)) {
          throw new LocalFailure("Kafka has stopped.");
        }
      }
    } catch (WakeupException ctrlC) {
      out.flush();
    }
  }

  /** Reports the assignment: events before it are missed, so a user or a script may wait for it. */
  private ConsumerRebalanceListener reportOnce() {
    AtomicBoolean reported = new AtomicBoolean();
    return new ConsumerRebalanceListener() {
      @Override
      public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // no state is kept
      }

      @Override
      public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty() && reported.compareAndSet(false, true)) {
          spec.commandLine().getErr().println("Listening. Ctrl-C ends it.");
          spec.commandLine().getErr().flush();
        }
      }
    };
  }

  private Map<String, Object> settings(String servers) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        servers,
        ConsumerConfig.GROUP_ID_CONFIG,
        "baedal-events-" + UUID.randomUUID(),
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        fromStart ? "earliest" : "latest",
        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
        2_000,
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        StringDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        StringDeserializer.class);
  }
}
