package io.baedal.delivery.refusal;

import java.util.UUID;

/** Nothing was ever asked for this order here. */
public class UnknownOrder extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final UUID orderId;

  public UnknownOrder(UUID orderId) {
    super("nothing known of order " + orderId);
    this.orderId = orderId;
  }

  public UUID orderId() {
    return orderId;
  }
}
