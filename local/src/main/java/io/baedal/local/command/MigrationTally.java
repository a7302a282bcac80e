package io.baedal.local.command;

import static io.baedal.local.common.Http.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.local.common.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results of a migration over all its pages, as readable text. */
final class MigrationTally {

  private final boolean dryRun;
  private final Map<String, String> refused = new LinkedHashMap<>();
  private int migrated;
  private int busy;

  MigrationTally(boolean dryRun) {
    this.dryRun = dryRun;
  }

  /** Starts another round, in which busy and refused orders are tried again. */
  void startRound() {
    busy = 0;
    refused.clear();
  }

  void add(JsonNode page) {
    migrated += field(page, "migrated").asInt();
    busy += field(page, "busy").asInt();
    for (JsonNode order : field(page, "refused")) {
      List<String> reasons = new ArrayList<>();
      field(order, "reasons").forEach(reason -> reasons.add(reason.asText()));
      refused.put(field(order, "orderId").asText(), String.join("; ", reasons));
    }
  }

  int busy() {
    return busy;
  }

  /** How many orders were not migrated. */
  int left() {
    return busy + refused.size();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line(dryRun ? "possible" : "migrated", migrated));
    lines.add(line("busy", busy));
    lines.add(line("refused", refused.size()));
    if (!refused.isEmpty()) {
      lines.add("");
      lines.add(row("ORDER", "REASON"));
      refused.forEach((order, reason) -> lines.add(row(order, reason)));
    }
    return lines;
  }

  private static String line(String what, int orders) {
    return String.format(Locale.ROOT, "%-9s %7d", what, orders);
  }

  private static String row(String order, String reason) {
    return Terminal.oneLine(String.format(Locale.ROOT, "%-36s  %s", order, reason));
  }
}
