package io.baedal.local.command;

import static org.apache.kafka.clients.CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;

import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.NotRunning;
import io.baedal.local.common.Part;
import io.baedal.local.common.Place;
import io.baedal.local.common.Ports;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a command finds a Kafka cluster: the local one, or any other. */
final class DeadLettersCluster {

  private static final int TIMEOUT_MILLIS = 15_000;

  /** The size limit of the dead-letter topics. */
  private static final int LARGEST_MESSAGE = 8 * 1024 * 1024;

  @Mixin private Place place = new Place();

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT,…",
      description = "A cluster other than that of the running local system.")
  private @Nullable String bootstrapServers;

  @Option(
      names = "--command-config",
      paramLabel = "FILE",
      description = "Properties for Kafka's clients, such as those of TLS and SASL.")
  private @Nullable Path commandConfig;

  /** Settings of Kafka's clients. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MILLIS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_MESSAGE);
    if (commandConfig != null) {
      read(commandConfig).forEach((name, value) -> settings.put(name.toString(), value));
    }
    settings.put(BOOTSTRAP_SERVERS_CONFIG, servers());
    return settings;
  }

  /** Where the cluster is; fails if it is the local one and does not run. */
  String servers() {
    if (bootstrapServers != null) {
      return bootstrapServers;
    }
    Ports ports = place.runningPorts();
    if (Ports.isFree(ports.of(Part.KAFKA))) {
      throw NotRunning.at(ports.address(Part.KAFKA));
    }
    return ports.address(Part.KAFKA);
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new LocalFailure("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
