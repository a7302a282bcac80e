package io.baedal.local.command;

import static io.baedal.local.common.Http.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.local.common.Terminal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the audit log of one service, entry by entry, from the oldest on. */
final class AuditCheck {
  private static final String START = "0".repeat(64);

  private final String service;
  private final @Nullable AuditHead noted;
  private long entries;
  private @Nullable JsonNode first;
  private @Nullable JsonNode last;
  private @Nullable String fault;

  /**
   * @param noted an entry that must be there; null if none was noted
   */
  AuditCheck(String service, @Nullable AuditHead noted) {
    this.service = service;
    this.noted = noted;
  }

  /** Checks the next entry. After the first fault, entries are only counted. */
  void add(JsonNode entry) {
    if (fault == null) {
      fault = faultOf(entry);
    }
    first = first == null ? entry : first;
    last = entry;
    entries++;
  }

  private @Nullable String faultOf(JsonNode entry) {
    long sequence = sequence(entry);
    String previousHash = text(entry, "previousHash");
    if (!text(entry, "service").equals(service)) {
      return "entry " + sequence + " is of " + Terminal.oneLine(text(entry, "service"));
    }
    JsonNode before = last;
    if (before == null) {
      if (sequence == 1 && !previousHash.equals(START)) {
        return "entry 1 does not begin a log";
      }
    } else if (sequence != sequence(before) + 1) {
      return "no entry " + (sequence(before) + 1);
    } else if (!previousHash.equals(text(before, "hash"))) {
      return "entry " + sequence + " does not follow entry " + sequence(before);
    }
    if (!previousHash.matches("[0-9a-f]{64}")
        || !AuditHash.of(entry, previousHash).equals(text(entry, "hash"))) {
      return "entry " + sequence + " was changed";
    }
    return noted != null
            && noted.sequence() == sequence
            && !noted.hash().equals(text(entry, "hash"))
        ? "entry " + sequence + " is not the one that was noted"
        : null;
  }

  /** What is wrong, when all entries were added; empty if nothing is. */
  Optional<String> fault() {
    if (fault == null && noted != null && noted.sequence() > newest()) {
      return Optional.of("entry " + noted.sequence() + ", which was noted, is missing at the end");
    }
    return Optional.ofNullable(fault);
  }

  /** Whether the noted entry is older than the oldest one that is kept. */
  boolean isNotedOneExpired() {
    return noted != null && first != null && noted.sequence() < sequence(first);
  }

  long entries() {
    return entries;
  }

  Optional<JsonNode> first() {
    return Optional.ofNullable(first);
  }

  Optional<JsonNode> last() {
    return Optional.ofNullable(last);
  }

  private long newest() {
    return last == null ? 0 : sequence(last);
  }

  static long sequence(JsonNode entry) {
    return field(entry, "sequence").asLong();
  }

  static String text(JsonNode entry, String name) {
    return field(entry, name).asText();
  }
}
