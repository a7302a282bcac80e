package io.baedal.web.reconciliation;

import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.request.Query;
import io.baedal.web.request.WholeNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;

/** Adds the changes of orders to {@link OrderStateEndpoint}. */
public abstract class OrderChangeEndpoint<S> extends OrderStateEndpoint<S> {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final OrderChanges changes;

  protected OrderChangeEndpoint(OrderStates<S> states, OrderChanges changes) {
    super(states);
    this.changes = changes;
  }

  @GetMapping(path = "/order-changes", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "The orders that changed in a span of time, earliest first",
      description =
          "An order can occur twice. A page that is not full is the last one. For the next page,"
              + " from and after are the time and the order of the last item.")
  @AllowedFor(Role.SERVICE)
  public Items<OrderChanges.Change> changes(@Query ChangeQuery query) {
    UUID after = query.after() == null ? BEFORE_ALL : query.after();
    int limit = query.limit() == null ? MAX_ORDERS : query.limit();
    return new Items<>(
        changes.changes(new OrderChanges.Span(query.from(), after, query.to()), limit));
  }

  /** The requested changes: from a point in time, or after the last change that was read. */
  public record ChangeQuery(
      Instant from,
      @Schema(description = "Only changes at from with greater order ids, and later changes")
          @Nullable UUID after,
      Instant to,
      @Schema(defaultValue = "100") @WholeNumber(min = 1, max = MAX_ORDERS)
          @Nullable Integer limit) {}
}
