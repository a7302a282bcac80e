package io.baedal.bench.fault;

import io.baedal.bench.connection.TopicReader;
import io.baedal.local.common.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;

/** Waits for the next event that a service publishes. */
final class NextEvent {

  private final String bootstrapServers;

  NextEvent(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Returns whether an event was published in time, before its sender can have marked it as sent.
   */
  boolean await(Part sender, Duration atMost) {
    Instant end = Instant.now().plus(atMost);
    try (var reader = TopicReader.ofBytes(bootstrapServers, settings(atMost))) {
      return reader.awaitNext(reader.partitions(topic(sender)::equals), end);
    } catch (KafkaException unavailable) {
      return false;
    }
  }

  private Map<String, Object> settings(Duration atMost) {
    return Map.of(
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        (int) atMost.toMillis(),
        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
        50,
        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        (int) atMost.toMillis());
  }

  private static String topic(Part sender) {
    return switch (sender) {
      case ORDER -> "orders.v1";
      case PAYMENT -> "payments.v1";
      case DELIVERY -> "deliveries.v1";
      case ORCHESTRATOR -> "order-status.v1";
      default -> throw new IllegalArgumentException(sender + " sends nothing");
    };
  }
}
