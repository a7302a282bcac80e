package io.baedal.payment.provider;

import java.util.UUID;

/** Identifies one charge at the provider, so that repeated calls have one effect. */
public record IdempotencyKey(String value) {

  public IdempotencyKey {
    if (value.isBlank()) {
      throw new IllegalArgumentException("blank idempotency key");
    }
  }

  /** The key of an order's payment; the same after a restart. */
  public static IdempotencyKey ofOrder(UUID orderId) {
    return new IdempotencyKey("order-" + orderId);
  }
}
