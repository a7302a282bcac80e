package io.baedal.local.command;

import static io.baedal.local.common.Http.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Converts each answer of the order view into the lines that have not been shown yet. */
final class TimelineLines {
  private static final Set<String> ENDS = Set.of("DELIVERED", "CANCELLED", "REJECTED");

  private final DateTimeFormatter clock;
  private final List<String> reached = new ArrayList<>();
  private final Set<Integer> shown = new HashSet<>();
  private boolean refusalShown;

  TimelineLines(ZoneId zone) {
    clock = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
  }

  List<String> read(JsonNode orderView) {
    List<String> news = new ArrayList<>();
    for (JsonNode entry : field(orderView, "timeline")) {
      // by sequence, not position: the view may receive a change late
      if (shown.add(field(entry, "sequence").asInt())) {
        news.add(line(entry));
        reached.add(field(entry, "status").asText());
      }
    }
    JsonNode cancellation = field(orderView, "cancellation");
    if (!refusalShown
        && !cancellation.isNull()
        && field(cancellation, "outcome").asText().equals("REFUSED")) {
      refusalShown = true;
      news.add("Cancel refused: " + field(cancellation, "reason").asText());
    }
    return news;
  }

  boolean hasReached(String status) {
    return reached.stream().anyMatch(status::equalsIgnoreCase);
  }

  boolean hasEnded() {
    return reached.stream().anyMatch(ENDS::contains);
  }

  private String line(JsonNode entry) {
    StringBuilder line = new StringBuilder();
    line.append(clock.format(Instant.parse(field(entry, "at").asText())));
    line.append("  ").append(field(entry, "status").asText());
    JsonNode reason = field(entry, "reason");
    if (!reason.isNull()) {
      line.append("  ").append(reason.asText());
    }
    return line.toString();
  }
}
