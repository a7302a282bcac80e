package io.baedal.messaging.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.Event;
import io.baedal.messaging.event.EventType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads events from Kafka messages. */
public final class EventReader {

  private final ObjectMapper json;

  public EventReader(ObjectMapper json) {
    this.json = json;
  }

  /**
   * The event in {@code message}; empty if its type is unknown, for example of a newer service.
   *
   * @throws UnreadableMessage if it has no type or id, or its payload does not match its type
   */
  public Optional<ReceivedEvent> read(ConsumerRecord<String, String> message) {
    return EventType.named(header(message, "ce_type"))
        .map(type -> new ReceivedEvent(eventId(message), payload(message, type)));
  }

  /** Reads each message as {@link #read} does. */
  public List<ReceivedEvent> readAll(List<ConsumerRecord<String, String>> messages) {
    return messages.stream().map(this::read).flatMap(Optional::stream).toList();
  }

  private DomainEvent payload(ConsumerRecord<String, String> message, EventType type) {
    try {
      @Nullable Event event = json.readValue(message.value(), type.payload());
      if (event instanceof DomainEvent ofOrder
          && ofOrder.orderId().toString().equals(message.key())) {
        return ofOrder;
      }
      throw new UnreadableMessage(type.wireName() + " does not match its key " + message.key());
    } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
      throw new UnreadableMessage("payload is not a " + type.wireName(), e);
    }
  }

  private static UUID eventId(ConsumerRecord<String, String> message) {
    String id = header(message, "ce_id");
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new UnreadableMessage("ce_id is not a UUID: " + id, e);
    }
  }

  private static String header(ConsumerRecord<String, String> message, String name) {
    Header header = message.headers().lastHeader(name);
    if (header == null) {
      throw new UnreadableMessage("message without header " + name);
    }
    return new String(header.value(), UTF_8);
  }
}
