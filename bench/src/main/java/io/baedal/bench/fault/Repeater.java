package io.baedal.bench.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) TIMEOUT.toMillis(),
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            OF_EACH_PARTITION,
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class);
    List<ConsumerRecord<byte[], byte[]>> past = new ArrayList<>();
    try (var consumer = new KafkaConsumer<byte[], byte[]>(settings)) {
      for (String topic : TOPICS) {
        consumer
            .partitionsFor(topic)
            .forEach(info -> addRange(consumer, topic, info.partition(), random, past));
      }
    }
    return past;
  }

  private static void addRange(
      KafkaConsumer<byte[], byte[]> consumer,
      String topic,
      int number,
      Random random,
      List<ConsumerRecord<byte[], byte[]>> past) {
    var partition = new TopicPartition(topic, number);
    consumer.assign(List.of(partition));
    Long end = consumer.endOffsets(List.of(partition)).get(partition);
    if (end != null && end > 0) {
      consumer.seek(partition, random.nextLong(end));
      consumer.poll(Duration.ofSeconds(2)).forEach(past::add);
    }
  }
}
