package io.baedal.bench.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The changes of status in the topic, read once and kept. */
final class StatusTopic {

  private static final String TOPIC = "order-status.v1";
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Object> settings;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Map<String, List<OrderBooks.Change>> changes = new HashMap<>();

  StatusTopic(String bootstrapServers) {
    settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            StringDeserializer.class,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            StringDeserializer.class);
  }

  /** By order id, all changes up to the current end of the topic. */
  Map<String, List<OrderBooks.Change>> changes() {
    try (var consumer = new KafkaConsumer<String, String>(settings)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(partition -> new TopicPartition(TOPIC, partition.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      partitions.forEach(
          partition -> consumer.seek(partition, positions.getOrDefault(partition, 0L)));
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(500)).forEach(this::take);
      }
      partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
    }
    return changes;
  }

  private void take(ConsumerRecord<String, String> event) {
    try {
      JsonNode change = JSON.readTree(event.value());
      if (change.hasNonNull("sequence")) {
        changes
            .computeIfAbsent(event.key(), unknown -> new ArrayList<>())
            .add(
                new OrderBooks.Change(
                    change.get("sequence").asInt(), change.get("status").asText()));
      }
    } catch (JsonProcessingException unreadable) {
      // not a change: a test sent it
    }
  }
}
