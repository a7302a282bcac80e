package io.baedal.web.page;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/**
 * The end of a page of a list: the time and the id of its last item, by which the list is ordered.
 * Items that are added or removed in the meantime do not shift others. It is opaque for clients.
 *
 * @param at to the microsecond, as PostgreSQL keeps it
 */
public record Cursor(Instant at, UUID id) {

  private static final int BYTES = 24;

  /**
   * Parses the result of {@link #toString}.
   *
   * @throws IllegalArgumentException if it is not a cursor
   */
  public static Cursor parse(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
    if (bytes.remaining() != BYTES) {
      throw new IllegalArgumentException("not a cursor");
    }
    Instant at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
    var cursor = new Cursor(at, new UUID(bytes.getLong(), bytes.getLong()));
    if (at.isBefore(Instant.EPOCH) || !cursor.toString().equals(text)) {
      throw new IllegalArgumentException("not a cursor");
    }
    return cursor;
  }

  @Override
  public String toString() {
    ByteBuffer bytes =
        ByteBuffer.allocate(BYTES)
            .putLong(micros())
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * The microseconds since 1970. {@link ChronoUnit#MICROS} counts nanoseconds, which end in 2262.
   */
  private long micros() {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
  }
}
