package io.baedal.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.local.common.Terminal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The result of a check of an audit log, for people. */
final class AuditText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final ZoneId zone;

  AuditText(ZoneId zone) {
    this.zone = zone;
  }

  /** Three lines: the verdict, the entries, the head to note. */
  String of(String service, AuditCheck check) {
    String verdict = check.fault().map(fault -> "BROKEN: " + fault).orElse("OK");
    String note =
        check.isNotedOneExpired() ? "; the noted head is older than the oldest entry" : "";
    String line = "%-12s  %s%s%n".formatted(service, verdict, note);
    return check.first().isEmpty()
        ? line + "              no entries%n".formatted()
        : line
            + "              %d entries, %s to %s%n"
                .formatted(
                    check.entries(),
                    check.first().map(this::place).orElseThrow(),
                    check.last().map(this::place).orElseThrow())
            + "              --head %s=%s%n"
                .formatted(service, check.last().map(AuditText::head).orElseThrow());
  }

  private String place(JsonNode entry) {
    Instant at = Instant.parse(AuditCheck.text(entry, "at"));
    return AuditCheck.sequence(entry) + " (" + TIME.format(at.atZone(zone)) + ")";
  }

  private static String head(JsonNode entry) {
    return AuditCheck.sequence(entry) + ":" + Terminal.oneLine(AuditCheck.text(entry, "hash"));
  }
}
