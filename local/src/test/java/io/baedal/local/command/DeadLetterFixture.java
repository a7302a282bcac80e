package io.baedal.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Dead letters as the services write them. */
final class DeadLetterFixture {

  static final String TOPIC = "meals.v1.dead-letter";

  static ProducerRecord<byte[], byte[]> message(String id, String group, long offset) {
    Headers headers = new RecordHeaders();
    headers.add("ce_id", id.getBytes(UTF_8));
    headers.add("ce_type", "io.baedal.meal.cooked.v1".getBytes(UTF_8));
    headers.add("baedal_replay_for", "of an earlier replay".getBytes(UTF_8));
    headers.add("kafka_deliveryAttempt", ByteBuffer.allocate(4).putInt(9).array());
    headers.add(
        "kafka_dlt-exception-cause-fqcn", "java.lang.IllegalStateException".getBytes(UTF_8));
    headers.add("kafka_dlt-exception-message", "burnt\n\u001b[31mred".getBytes(UTF_8));
    headers.add("kafka_dlt-original-topic", "meals.v1".getBytes(UTF_8));
    headers.add("kafka_dlt-original-partition", ByteBuffer.allocate(4).putInt(0).array());
    headers.add("kafka_dlt-original-offset", ByteBuffer.allocate(8).putLong(offset).array());
    headers.add("kafka_dlt-original-consumer-group", group.getBytes(UTF_8));
    return new ProducerRecord<>(
        TOPIC, null, "order-1".getBytes(UTF_8), "{\"meal\":1}".getBytes(UTF_8), headers);
  }

  static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> message) {
    return new ConsumerRecord<>(
        message.topic(),
        3,
        5,
        0,
        TimestampType.CREATE_TIME,
        0,
        0,
        message.key(),
        message.value(),
        message.headers(),
        Optional.empty());
  }

  private DeadLetterFixture() {}
}
