package io.baedal.local.command;

import static io.baedal.local.common.Http.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.local.common.Terminal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Disagreements as readable text; control characters cannot reach the terminal. */
final class ReconcileText {
  private static final String LINE = "%-19s  %-36s  %-23s  %s";
  static final String HEADER =
      String.format(Locale.ROOT, LINE, "SINCE", "ORDER", "DISAGREEMENT", "STATE BY SERVICE");

  private final DateTimeFormatter clock;

  ReconcileText(ZoneId zone) {
    clock = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  String line(JsonNode disagreement) {
    return Terminal.oneLine(
        String.format(
            Locale.ROOT,
            LINE,
            time(field(disagreement, "firstSeenAt").asText()),
            field(disagreement, "orderId").asText(),
            field(disagreement, "kind").asText(),
            field(disagreement, "sources").properties().stream()
                .map(ReconcileText::sourceText)
                .collect(Collectors.joining("; "))));
  }

  private static String sourceText(Map.Entry<String, JsonNode> source) {
    return source.getKey() + " " + source.getValue().asText();
  }

  /** A time in the time zone of the user. */
  String time(String at) {
    try {
      return clock.format(Instant.parse(at));
    } catch (DateTimeParseException unreadable) {
      return at;
    }
  }
}
