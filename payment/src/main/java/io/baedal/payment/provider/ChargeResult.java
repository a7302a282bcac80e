package io.baedal.payment.provider;

/** The answer of a provider to a charge. */
public sealed interface ChargeResult {

  /** The money is charged. */
  record Charged() implements ChargeResult {}

  /** Nothing is charged, for a {@code reason} that the customer may see. */
  record Declined(String reason) implements ChargeResult {}

  /** The key is already reversed: nothing is charged, now or later. */
  record Reversed() implements ChargeResult {}
}
