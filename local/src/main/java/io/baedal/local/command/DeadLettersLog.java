package io.baedal.local.command;

import io.baedal.local.common.LocalFailure;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The dead-letter topics of a cluster. A dead letter is open until a mark that names it follows in
 * its topic; a mark is kept at least as long as the dead letter. Only the marks are held in memory,
 * so any number of dead letters can be read.
 */
final class DeadLettersLog {

  private static final String TOPICS = ".dead-letter";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Map<String, Object> settings;

  /**
   * How many dead letters match.
   *
   * @param read dead letters in the requested state
   * @param others dead letters in the other state, open or replayed
   */
  record Found(int read, int others) {}

  /**
   * @param settings of the Kafka clients
   */
  DeadLettersLog(Map<String, Object> settings) {
    this.settings = settings;
  }

  /**
   * Reads the dead letters that exist now and match, each once; those of one order in their order.
   *
   * @param replayed whether to read those that have been replayed, or those that are open
   * @return how many those were
   */
  Found read(Predicate<DeadLetter> filter, boolean replayed, Consumer<DeadLetter> each) {
    Set<String> marked = new HashSet<>();
    scan(message -> DeadLetter.replayedBy(message).ifPresent(marked::add));
    Set<String> seen = new HashSet<>();
    Set<String> others = new HashSet<>();
    scan(
        message ->
            DeadLetter.of(message)
                .filter(filter)
                .ifPresent(
                    letter -> {
                      if (marked.contains(letter.origin()) != replayed) {
                        others.add(letter.origin());
                      } else if (seen.add(letter.origin())) {
                        each.accept(letter);
                      }
                    }));
    return new Found(seen.size(), others.size());
  }

  private void scan(Consumer<ConsumerRecord<byte[], byte[]>> each) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.listTopics().entrySet().stream()
              .filter(topic -> topic.getKey().endsWith(TOPICS))
              .flatMap(topic -> topic.getValue().stream())
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long lastBatch = System.nanoTime();
      while (!isRead(consumer, ends)) {
        ConsumerRecords<byte[], byte[]> batch = consumer.poll(Duration.ofSeconds(1));
        for (TopicPartition partition : batch.partitions()) {
          long end = ends.getOrDefault(partition, 0L);
          // a replay that fails again at once is not part of this run
          batch.records(partition).stream().filter(message -> message.offset() < end).forEach(each);
        }
        if (!batch.isEmpty()) {
          lastBatch = System.nanoTime();
        } else if (System.nanoTime() - lastBatch > TIMEOUT.toNanos()) {
          throw new LocalFailure("Kafka does not return the dead letters.");
        }
      }
    }
  }

  private static boolean isRead(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
