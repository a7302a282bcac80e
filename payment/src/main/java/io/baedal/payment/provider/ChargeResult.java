package io.baedal.payment.provider;

/** The answer of a provider to a charge. */
public sealed interface ChargeResult {

  /** The money is taken. */
  record Charged() implements ChargeResult {}

  /** Nothing is taken, for a {@code reason} that the customer may see. */
  record Declined(String reason) implements ChargeResult {}

  /** The key was reversed before: nothing is taken, now or later. */
  record Reversed() implements ChargeResult {}
}
