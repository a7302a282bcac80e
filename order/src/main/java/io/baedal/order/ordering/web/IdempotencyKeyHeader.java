package io.baedal.order.ordering.web;

import io.baedal.order.ordering.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Idempotency-Key} header. */
final class IdempotencyKeyHeader {

  private static final String NAME = "Idempotency-Key";

  /** The key; null if there is none, or a bad one, which {@code errors} then says. */
  static @Nullable IdempotencyKey read(HttpServletRequest request, FieldErrors errors) {
    List<String> values = Collections.list(request.getHeaders(NAME));
    if (values.isEmpty()) {
      return null;
    }
    if (values.size() > 1 || !IdempotencyKey.isValid(values.get(0))) {
      errors.add(NAME, "must be 1 to 128 visible ASCII characters, given once");
      return null;
    }
    return new IdempotencyKey(values.get(0));
  }

  private IdempotencyKeyHeader() {}
}
