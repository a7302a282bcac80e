package io.baedal.messaging.outbox;

import io.baedal.messaging.event.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A row of the outbox and its form on the wire: JSON with CloudEvents headers (binary mode). */
record OutboxMessage(
    long id,
    UUID eventId,
    String topic,
    UUID orderId,
    String type,
    String payload,
    Instant occurredAt) {

  ProducerRecord<String, String> toRecord(String source) {
    String key = topic.equals(Topics.AUDIT) ? source : orderId.toString();
    var message = new ProducerRecord<>(topic, key, payload);
    header(message, "ce_specversion", "1.0");
    header(message, "ce_id", eventId.toString());
    header(message, "ce_type", type);
    header(message, "ce_source", source);
    header(message, "ce_time", occurredAt.toString());
    header(message, "content-type", "application/json");
    return message;
  }

  private static void header(ProducerRecord<String, String> message, String name, String value) {
    message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
