package io.baedal.bench.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.baedal.bench.connection.TopicReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The changes of status in the topic, read once and kept. */
final class StatusTopic {

  private static final String TOPIC = "order-status.v1";
  private static final JsonMapper JSON = new JsonMapper();

  private final String bootstrapServers;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Map<String, List<OrderBooks.Change>> changes = new HashMap<>();

  StatusTopic(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** By order id, all changes up to the current end of the topic. */
  Map<String, List<OrderBooks.Change>> changes() {
    try (var reader = TopicReader.ofTexts(bootstrapServers)) {
      reader.read(reader.partitions(TOPIC::equals), positions, this::take);
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
