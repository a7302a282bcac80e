package io.baedal.bench.check;

/** The guarantees of docs/design.md, in the same order. */
public enum Invariant {
  NOTHING_LOST(
      "An acknowledged order is never lost: it ends, or has an incident that an operator can see."),
  MONEY_RECONCILES(
      "At most one approved payment per order; delivered: approved once and not refunded;"
          + " cancelled or rejected: approved minus refunded is zero."),
  NOTHING_STAYS_OPEN(
      "No store request or delivery stays open for an order that is cancelled or rejected."),
  VIEW_AGREES(
      "The order view agrees with the orchestrator; each change of status appears in the timeline"
          + " once and in order."),
  ONE_OUTCOME_PER_CANCEL(
      "Every request to cancel gets exactly one outcome: cancelled, or refused with its reason.");

  private final String text;

  Invariant(String text) {
    this.text = text;
  }

  /** The invariant in words. */
  public String text() {
    return text;
  }
}
