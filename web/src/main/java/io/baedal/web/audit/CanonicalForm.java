package io.baedal.web.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an entry that its hash covers. Each field has its length before it, so that no two
 * entries have the same bytes. docs/audit.md describes them; a later field is added at the end, and
 * only if it has a value, so that earlier entries keep their hashes.
 */
final class CanonicalForm {

  private static final int ABSENT = -1;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  static byte[] of(String service, long sequence, AuditEntry entry) {
    Call call = entry.call();
    return new CanonicalForm()
        .add(service)
        .add(sequence)
        .add(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()))
        .add(entry.actor().subject())
        .add(String.join(",", entry.actor().roles()))
        .add(call.method())
        .add(call.path())
        .add(call.address())
        .add(call.forwardedFor())
        .add(call.traceId())
        .add(entry.status())
        .add(entry.reason())
        .add(entry.act())
        .add(entry.unrecorded())
        .bytes
        .toByteArray();
  }

  /** A number is added as decimal digits. */
  private CanonicalForm add(@Nullable Object value) {
    byte[] text = value == null ? new byte[0] : value.toString().getBytes(UTF_8);
    int length = value == null ? ABSENT : text.length;
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    bytes.writeBytes(text);
    return this;
  }
}
