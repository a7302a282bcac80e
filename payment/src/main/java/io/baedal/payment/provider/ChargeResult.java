package io.baedal.payment.provider;

/** What a provider answers when it is asked to charge. */
public sealed interface ChargeResult {

  /** The money is taken. */
  record Charged() implements ChargeResult {}

  /** Nothing is taken, for a {@code reason} that the customer may read. */
  record Declined(String reason) implements ChargeResult {}

  /** The key was reversed before: nothing is taken, now or later. */
  record Reversed() implements ChargeResult {}
}
