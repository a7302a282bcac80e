package io.baedal.bench.fault;

import io.baedal.bench.connection.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends earlier messages again, unchanged, in any order. */
final class Repeater {

  private static final List<String> TOPICS =
      List.of("orders.v1", "payments.v1", "deliveries.v1", "order-status.v1");
  private static final int OF_EACH_PARTITION = 40;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final String bootstrapServers;

  Repeater(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  void repeat(Random random) {
    List<ConsumerRecord<byte[], byte[]>> past = past(random);
    Collections.shuffle(past, random);
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            TIMEOUT.toMillis(),
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            ByteArraySerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            ByteArraySerializer.class);
    try (var producer = new KafkaProducer<byte[], byte[]>(settings)) {
      past.forEach(
          event ->
              producer.send(
                  new ProducerRecord<>(
                      event.topic(),
                      event.partition(),
                      event.key(),
                      event.value(),
                      event.headers())));
    }
  }

  /** A range of records of each partition, from a random offset on. */
  private List<ConsumerRecord<byte[], byte[]>> past(Random random) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) TIMEOUT.toMillis(),
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            OF_EACH_PARTITION);
    List<ConsumerRecord<byte[], byte[]>> past = new ArrayList<>();
    try (var reader = TopicReader.ofBytes(bootstrapServers, settings)) {
      reader
          .ends(reader.partitions(TOPICS::contains))
          .forEach(
              (partition, end) -> {
                if (end > 0) {
                  reader
                      .some(partition, random.nextLong(end), Duration.ofSeconds(2))
                      .forEach(past::add);
                }
              });
    }
    return past;
  }
}
