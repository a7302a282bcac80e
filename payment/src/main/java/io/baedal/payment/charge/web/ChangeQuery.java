package io.baedal.payment.charge.web;

import io.baedal.payment.charge.PaymentStates;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which changes to list: from a point in time, or behind the last one that was read. */
record ChangeQuery(
    @NotNull(message = "is missing") Instant from,
    @Schema(description = "Of the changes at from, only those of greater order ids")
        @Nullable UUID after,
    @NotNull(message = "is missing") Instant to,
    @Schema(defaultValue = "100", minimum = "1", maximum = "100")
        @Min(value = 1, message = LIMIT)
        @Max(value = 100, message = LIMIT)
        @Nullable Integer limit) {

  private static final String LIMIT = "must be a whole number from 1 to 100";
  private static final int MOST = 100;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  PaymentStates.Span span() {
    return new PaymentStates.Span(from, after == null ? BEFORE_ALL : after, to);
  }

  int limitOrMost() {
    return limit == null ? MOST : limit;
  }
}
