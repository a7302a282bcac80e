package io.baedal.delivery.refusal;

import java.util.UUID;

/** This service has no request for this order. */
public class UnknownOrder extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final UUID orderId;

  public UnknownOrder(UUID orderId) {
    super("unknown order " + orderId);
    this.orderId = orderId;
  }

  public UUID orderId() {
    return orderId;
  }
}
