package io.baedal.local.command;

import static io.baedal.local.common.Http.field;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;

/**
 * Computes the hash of an entry as docs/audit.md describes it. It shares no code with the services,
 * so that it finds their faults too.
 */
final class AuditHash {
  private static final int ABSENT = -1;
  private static final List<String> BEFORE_ROLES = List.of("service", "sequence", "at", "subject");
  private static final List<String> AFTER_ROLES =
      List.of(
          "method",
          "path",
          "address",
          "forwardedFor",
          "traceId",
          "status",
          "reason",
          "act",
          "unrecorded");

  private final ByteArrayOutputStream form = new ByteArrayOutputStream();

  /** In hexadecimal digits. */
  static String of(JsonNode entry, String previousHash) {
    AuditHash hash = new AuditHash();
    BEFORE_ROLES.forEach(name -> hash.add(name, field(entry, name)));
    StringJoiner roles = new StringJoiner(",");
    field(entry, "roles").forEach(role -> roles.add(role.asText()));
    hash.add(roles.toString().getBytes(UTF_8));
    AFTER_ROLES.forEach(name -> hash.add(name, field(entry, name)));
    return hash.sha256(HexFormat.of().parseHex(previousHash));
  }

  private void add(String name, JsonNode value) {
    if (value.isNull()) {
      length(ABSENT);
    } else {
      String text = name.equals("at") ? micros(value.asText()) : value.asText();
      add(text.getBytes(UTF_8));
    }
  }

  private void add(byte[] text) {
    length(text.length);
    form.writeBytes(text);
  }

  private void length(int length) {
    form.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
  }

  private static String micros(String time) {
    return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(time)));
  }

  private String sha256(byte[] previous) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(previous);
      return HexFormat.of().formatHex(digest.digest(form.toByteArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java platform has SHA-256", e);
    }
  }
}
