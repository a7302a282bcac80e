package io.baedal.order.ordering;

import io.baedal.messaging.event.OrderCancellationRefused;

/** A valid request breaks a rule; the message is sent to the client. */
public final class RuleBroken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Which rule was broken. */
  public enum Rule {
    IDEMPOTENCY_KEY_REUSED,
    ORDER_REFERENCE_REUSED,
    ORDER_ENDED,
    CANCELLATION_REFUSED
  }

  private final Rule rule;

  private RuleBroken(Rule rule, String message) {
    super(message);
    this.rule = rule;
  }

  public Rule rule() {
    return rule;
  }

  static RuleBroken idempotencyKeyReused() {
    return new RuleBroken(
        Rule.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key is already used for another request.");
  }

  static RuleBroken orderReferenceReused() {
    return new RuleBroken(
        Rule.ORDER_REFERENCE_REUSED,
        "This customer has an order with this orderId and other content.");
  }

  static RuleBroken orderEnded(CustomerStatus status) {
    return new RuleBroken(Rule.ORDER_ENDED, "The order has ended: it is " + status + ".");
  }

  static RuleBroken cancellationRefused(OrderCancellationRefused.Reason reason) {
    return new RuleBroken(
        Rule.CANCELLATION_REFUSED, "Cancelling this order was refused: " + reason + ".");
  }
}
