package io.baedal.order.ordering;

/** Identifies a client's attempt to place an order: 1 to 128 visible ASCII characters. */
public record IdempotencyKey(String value) {

  public IdempotencyKey {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an idempotency key");
    }
  }

  public static boolean isValid(String value) {
    return !value.isEmpty()
        && value.length() <= 128
        && value.chars().allMatch(c -> c > ' ' && c < 127);
  }
}
