package io.baedal.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** One event as one readable line: time, topic, type, order id, payload. */
final class EventLine {
  private static final String PREFIX = "io.baedal.";
  private static final JsonMapper JSON = new JsonMapper();

  private final DateTimeFormatter clock;

  EventLine(ZoneId zone) {
    clock = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
  }

  String of(ConsumerRecord<String, String> event) {
    return String.format(
        Locale.ROOT,
        "%s  %-15s  %-33s  %s  %s",
        clock.format(Instant.ofEpochMilli(event.timestamp())),
        event.topic(),
        type(event),
        event.key(),
        compact(event.value()));
  }

  private static String type(ConsumerRecord<String, String> event) {
    Header header = event.headers().lastHeader("ce_type");
    if (header == null) {
      return "?";
    }
    String type = new String(header.value(), StandardCharsets.UTF_8);
    return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
  }

  private static String compact(@Nullable String payload) {
    if (payload == null) {
      return "-";
    }
    try {
      return JSON.readTree(payload).toString();
    } catch (JsonProcessingException notJson) {
      return payload.replaceAll("\\s+", " ");
    }
  }
}
