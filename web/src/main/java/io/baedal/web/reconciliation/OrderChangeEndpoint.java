package io.baedal.web.reconciliation;

import io.baedal.web.request.Query;
import io.baedal.web.request.WholeNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;

/** Also returns which orders changed. */
public abstract class OrderChangeEndpoint<S> extends OrderStateEndpoint<S> {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final OrderChanges changes;

  protected OrderChangeEndpoint(OrderStates<S> states, OrderChanges changes) {
    super(states);
    this.changes = changes;
  }

  @GetMapping(path = "/order-changes", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "The orders that changed in a span of time, the earliest first",
      description =
          "An order can occur twice. A page that is not full is the last one. The next page begins"
              + " with from and after of the last item.")
  public Items<OrderChanges.Change> changes(@Query ChangeQuery query) {
    UUID after = query.after() == null ? BEFORE_ALL : query.after();
    int limit = query.limit() == null ? MOST : query.limit();
    return new Items<>(
        changes.changes(new OrderChanges.Span(query.from(), after, query.to()), limit));
  }

  /** Which changes: from a point in time, or after the last one that was read. */
  public record ChangeQuery(
      Instant from,
      @Schema(description = "Of the changes at from, only those of greater order ids")
          @Nullable UUID after,
      Instant to,
      @Schema(defaultValue = "100") @WholeNumber(min = 1, max = MOST) @Nullable Integer limit) {}
}
