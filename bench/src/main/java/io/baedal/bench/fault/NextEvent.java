package io.baedal.bench.fault;

import io.baedal.local.common.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

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
    try (var consumer = new KafkaConsumer<byte[], byte[]>(settings(atMost))) {
      var partitions =
          consumer.partitionsFor(topic(sender)).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
      while (Instant.now().isBefore(end)) {
        if (!consumer.poll(Duration.ofMillis(500)).isEmpty()) {
          return true;
        }
      }
      return false;
    } catch (KafkaException unavailable) {
      return false;
    }
  }

  private Map<String, Object> settings(Duration atMost) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        (int) atMost.toMillis(),
        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
        50,
        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        (int) atMost.toMillis(),
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class);
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
