package io.baedal.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A message that one consumer group could not handle, as stored in its dead-letter topic.
 *
 * @param topic the topic that the message was in
 * @param group the consumer group that could not handle it
 * @param place where it was in that topic, as in {@code orders.v1-3@17}
 * @param message the dead letter itself
 */
record DeadLetter(
    String topic, String group, String place, ConsumerRecord<byte[], byte[]> message) {

  private static final String ADDED_BY_KAFKA_CLIENTS = "kafka_";
  private static final String ORIGINAL = "kafka_dlt-original-";
  private static final String REPLAY_FOR = "baedal_replay_for";
  private static final String MARK = "io.baedal.dead-letter.replayed.v1";

  /**
   * Reads a message of a dead-letter topic; empty if it is a mark, or was written by another
   * program.
   */
  static Optional<DeadLetter> of(ConsumerRecord<byte[], byte[]> message) {
    String topic = text(message, ORIGINAL + "topic");
    String group = text(message, ORIGINAL + "consumer-group");
    Header partition = message.headers().lastHeader(ORIGINAL + "partition");
    Header offset = message.headers().lastHeader(ORIGINAL + "offset");
    if (topic == null || group == null || partition == null || offset == null) {
      return Optional.empty();
    }
    String place =
        "%s-%d@%d"
            .formatted(
                topic,
                ByteBuffer.wrap(partition.value()).getInt(),
                ByteBuffer.wrap(offset.value()).getLong());
    return Optional.of(new DeadLetter(topic, group, place, message));
  }

  /** The {@link #origin()} of the dead letter that {@code message} marks as replayed, if any. */
  static Optional<String> replayedBy(ConsumerRecord<byte[], byte[]> message) {
    return MARK.equals(text(message, "ce_type"))
        ? Optional.of(new String(message.value(), UTF_8))
        : Optional.empty();
  }

  /** Identifies the message, also if a group that was killed in between moved it twice. */
  String origin() {
    return group + " " + place;
  }

  /** The id of the event, or its place if it carries none. */
  String id() {
    String id = text(message, "ce_id");
    return id == null ? place : id;
  }

  Instant at() {
    return Instant.ofEpochMilli(message.timestamp());
  }

  String type() {
    String type = text(message, "ce_type");
    return type == null ? "?" : type.replaceFirst("^io\\.baedal\\.", "");
  }

  String orderId() {
    return message.key() == null ? "-" : new String(message.key(), UTF_8);
  }

  String payload() {
    return message.value() == null ? "" : new String(message.value(), UTF_8);
  }

  /** The class of the root cause without its package, and its message; may have several lines. */
  String reason() {
    String thrown = text(message, "kafka_dlt-exception-cause-fqcn");
    return (thrown == null ? "?" : thrown.substring(thrown.lastIndexOf('.') + 1))
        + ": "
        + text(message, "kafka_dlt-exception-message");
  }

  /** How often it was tried; 0 if that is not known. */
  int attempts() {
    Header attempts = message.headers().lastHeader("kafka_deliveryAttempt");
    return attempts == null ? 0 : ByteBuffer.wrap(attempts.value()).getInt();
  }

  /** The original message, for its topic, and only for the group that could not handle it. */
  ProducerRecord<byte[], byte[]> replay() {
    RecordHeaders headers = new RecordHeaders();
    for (Header header : message.headers()) {
      if (!header.key().startsWith(ADDED_BY_KAFKA_CLIENTS) && !header.key().equals(REPLAY_FOR)) {
        headers.add(header);
      }
    }
    headers.add(REPLAY_FOR, group.getBytes(UTF_8));
    return new ProducerRecord<>(topic, null, message.key(), message.value(), headers);
  }

  /** A message for the dead-letter topic, which marks this one as replayed. */
  ProducerRecord<byte[], byte[]> mark() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("ce_type", MARK.getBytes(UTF_8));
    byte[] origin = origin().getBytes(UTF_8);
    return new ProducerRecord<>(
        message.topic(), message.partition(), message.key(), origin, headers);
  }

  private static @Nullable String text(ConsumerRecord<?, ?> message, String name) {
    Header header = message.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }
}
