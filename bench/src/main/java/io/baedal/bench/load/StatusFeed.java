package io.baedal.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Consumes changes of status, without a query to any database. */
final class StatusFeed implements AutoCloseable {

  /** Receives a change; {@code at} is when the orchestrator made it. */
  interface Listener {
    void changed(String orderId, String status, Instant at);
  }

  private static final String TOPIC = "order-status.v1";
  private static final JsonMapper JSON = new JsonMapper();

  private final KafkaConsumer<String, String> consumer;
  private final Listener listener;
  private final Thread thread = new Thread(this::run, "status feed");

  StatusFeed(String bootstrapServers, Listener listener) {
    this.listener = listener;
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                // few and large fetches, so that this adds little to the broker's work for an order
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                8192,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                100,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class));
    List<TopicPartition> partitions =
        consumer.partitionsFor(TOPIC).stream()
            .map(partition -> new TopicPartition(TOPIC, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // look the end up now, not at the first poll
    partitions.forEach(consumer::position);
    thread.start();
  }

  private void run() {
    try (consumer) {
      while (true) {
        consumer.poll(Duration.ofSeconds(1)).forEach(this::take);
      }
    } catch (WakeupException closed) {
      // closed as requested
    }
  }

  private void take(ConsumerRecord<String, String> event) {
    try {
      JsonNode change = JSON.readTree(event.value());
      if (change.hasNonNull("sequence")) {
        listener.changed(
            event.key(), change.get("status").asText(), Instant.parse(change.get("at").asText()));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not an event: " + event.value(), e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    consumer.wakeup();
    thread.join();
  }
}
