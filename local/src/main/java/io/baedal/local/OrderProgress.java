package io.baedal.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns each answer of the order view into the lines that have not been shown yet. */
final class OrderProgress {
  private static final Set<String> ENDS = Set.of("DELIVERED", "CANCELLED", "REJECTED");

  private final DateTimeFormatter clock;
  private final List<String> reached = new ArrayList<>();
  private final Set<Integer> shown = new HashSet<>();
  private boolean refusalShown;

  OrderProgress(ZoneId zone) {
    clock = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
  }

  List<String> read(JsonNode orderView) {
    List<String> news = new ArrayList<>();
    for (JsonNode entry : orderView.path("timeline")) {
      // by sequence, not position: the view may learn of a change late
      if (shown.add(entry.path("sequence").asInt())) {
        news.add(line(entry));
        reached.add(entry.path("status").asText());
      }
    }
    JsonNode cancellation = orderView.path("cancellation");
    if (cancellation.path("outcome").asText().equals("REFUSED") && !refusalShown) {
      refusalShown = true;
      news.add("Cancel refused: " + cancellation.path("refusedBecause").asText());
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
    line.append(clock.format(Instant.parse(entry.path("at").asText())));
    line.append("  ").append(entry.path("status").asText());
    if (entry.hasNonNull("reason")) {
      line.append("  ").append(entry.path("reason").asText());
    }
    return line.toString();
  }
}
