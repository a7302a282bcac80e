package io.baedal.payment.provider;

import java.util.UUID;

/** Names one charge at the provider, so that it happens once however often it is asked for. */
public record IdempotencyKey(String value) {

  public IdempotencyKey {
    if (value.isBlank()) {
      throw new IllegalArgumentException("blank idempotency key");
    }
  }

  /** The key of an order's payment: always the same, also after a restart. */
  public static IdempotencyKey ofOrder(UUID orderId) {
    return new IdempotencyKey("order-" + orderId);
  }
}
