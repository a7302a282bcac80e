package io.baedal.bench.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads topics without a consumer group. Failures are Kafka's own exceptions. Not thread-safe.
 *
 * @param <T> the form of keys and values
 */
public final class TopicReader<T> implements AutoCloseable {

  private final KafkaConsumer<T, T> consumer;

  private TopicReader(String servers, Map<String, Object> settings, Deserializer<T> form) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    consumer = new KafkaConsumer<>(all, form, form);
  }

  /** Reads keys and values as text. */
  public static TopicReader<String> ofTexts(String servers) {
    return new TopicReader<>(servers, Map.of(), new StringDeserializer());
  }

  /** Reads keys and values unchanged; {@code settings} are those of Kafka's consumer. */
  public static TopicReader<byte[]> ofBytes(String servers, Map<String, Object> settings) {
    return new TopicReader<>(servers, settings, new ByteArrayDeserializer());
  }

  /** All partitions of the topics whose name matches. */
  public List<TopicPartition> partitions(Predicate<String> topic) {
    return consumer.listTopics().entrySet().stream()
        .filter(found -> topic.test(found.getKey()))
        .flatMap(found -> found.getValue().stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  /** The offset behind the last message of each partition. */
  public Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
    return consumer.endOffsets(partitions);
  }

  /**
   * Reads up to the current ends.
   *
   * @param positions where to begin, if not at the beginning; contains the ends on return
   */
  public void read(
      List<TopicPartition> partitions,
      Map<TopicPartition, Long> positions,
      Consumer<ConsumerRecord<T, T>> reader) {
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = ends(partitions);
    consumer.seekToBeginning(partitions);
    positions.forEach((partition, offset) -> consumer.seek(partition, offset));
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      consumer.poll(Duration.ofMillis(500)).forEach(reader);
    }
    partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
  }

  /** Some messages of one partition from an offset on. */
  public ConsumerRecords<T, T> some(TopicPartition partition, long from, Duration atMost) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    return consumer.poll(atMost);
  }

  /** Waits for the next message; returns whether there was one in time. */
  public boolean awaitNext(List<TopicPartition> partitions, Instant end) {
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // look the ends up now, not at the first poll
    partitions.forEach(consumer::position);
    while (Instant.now().isBefore(end)) {
      if (!consumer.poll(Duration.ofMillis(500)).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
