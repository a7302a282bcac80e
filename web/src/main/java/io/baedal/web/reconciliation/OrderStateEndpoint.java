package io.baedal.web.reconciliation;

import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Returns the states of orders; the gateway does not route to it. A service's controller extends
 * it.
 */
public abstract class OrderStateEndpoint<S> {

  static final int MAX_ORDERS = 100;

  private final OrderStates<S> states;

  protected OrderStateEndpoint(OrderStates<S> states) {
    this.states = states;
  }

  @GetMapping(path = "/order-states", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "The states of up to 100 orders",
      description = "In no particular order; unknown orders are omitted.")
  @AllowedFor(Role.SERVICE)
  public Items<S> states(@Query StateQuery query) {
    return new Items<>(states.of(query.orderId()));
  }

  /** The requested orders; {@code orderId} is repeated for each. */
  public record StateQuery(
      @Schema(example = "[\"5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11\"]")
          @Size(min = 1, max = MAX_ORDERS, message = "must be given 1 to {max} times")
          List<UUID> orderId) {}
}
