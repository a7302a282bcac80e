package io.baedal.payment.charge;

import io.baedal.payment.provider.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The payment of one order.
 *
 * @param terms the requested terms; null if the payment was undone before it was requested
 * @param declineReason why the provider declined; null unless it did
 * @param approval the money taken, if this service knows of any
 * @param refund the money given back, if any
 * @param requestedAt when the first request or undo of the payment arrived
 * @param endedAt when it was declined or cancelled, if known
 */
public record Payment(
    UUID id,
    UUID orderId,
    @Nullable PaymentTerms terms,
    PaymentStatus status,
    @Nullable String declineReason,
    @Nullable Transfer approval,
    @Nullable Transfer refund,
    Instant requestedAt,
    @Nullable Instant endedAt) {

  static Payment requested(UUID id, UUID orderId, PaymentTerms terms, Instant at) {
    return new Payment(id, orderId, terms, PaymentStatus.REQUESTED, null, null, null, at, null);
  }

  /** A payment that is undone before it was requested, and so never takes effect. */
  static Payment undoneUnrequested(UUID id, UUID orderId, Instant at) {
    return new Payment(id, orderId, null, PaymentStatus.CANCELLING, null, null, null, at, null);
  }

  /**
   * @throws PaymentMismatch if the payment was requested with terms other than {@code asked}
   */
  void requireTerms(PaymentTerms asked) {
    if (terms != null && !terms.equals(asked)) {
      throw new PaymentMismatch(orderId);
    }
  }

  Payment approved(Instant at) {
    if (terms == null) {
      throw new IllegalStateException("payment " + id + " was never requested");
    }
    return moved(PaymentStatus.APPROVED, null, new Transfer(terms.price(), at), null, null);
  }

  Payment declined(String reason, Instant at) {
    return moved(PaymentStatus.DECLINED, reason, null, null, at);
  }

  Payment cancelling() {
    return moved(PaymentStatus.CANCELLING, null, approval, null, null);
  }

  /**
   * Completes the undo.
   *
   * @param givenBack what the provider gave back; proves an approval that this service did not know
   *     of
   * @throws IllegalStateException if that differs from what was taken: an operator must resolve it
   */
  Payment cancelled(Optional<Money> givenBack, Instant at) {
    Optional<Money> taken = Optional.ofNullable(approval).map(Transfer::money);
    Optional<Money> asked = Optional.ofNullable(terms).map(PaymentTerms::price);
    boolean plausible =
        taken.isPresent()
            ? taken.equals(givenBack)
            : givenBack.isEmpty() || asked.isEmpty() || asked.equals(givenBack);
    if (!plausible) {
      throw new IllegalStateException(
          "payment %s: %s of %s was charged, but %s refunded"
              .formatted(id, taken, asked, givenBack));
    }
    @Nullable Transfer back = givenBack.map(money -> new Transfer(money, at)).orElse(null);
    return moved(PaymentStatus.CANCELLED, null, approval == null ? back : approval, back, at);
  }

  /** Whether the requested amount is zero, so that the provider is never called. */
  boolean isFree() {
    return terms != null && terms.price().isNothing();
  }

  /** Whole minor units; zero if no charge is known. */
  public long approvedAmount() {
    return approval == null ? 0 : approval.money().amount();
  }

  /** Whole minor units; zero if nothing was given back. */
  public long refundedAmount() {
    return refund == null ? 0 : refund.money().amount();
  }

  /** ISO 4217; null if the payment was undone unrequested and no money was moved. */
  public @Nullable String currency() {
    if (terms != null) {
      return terms.price().currency();
    }
    return approval == null ? null : approval.money().currency();
  }

  private Payment moved(
      PaymentStatus next,
      @Nullable String newReason,
      @Nullable Transfer newApproval,
      @Nullable Transfer newRefund,
      @Nullable Instant newEndedAt) {
    if (!status.allows(next)) {
      throw new IllegalStateException(
          "payment " + id + " is " + status + ", cannot become " + next);
    }
    return new Payment(
        id, orderId, terms, next, newReason, newApproval, newRefund, requestedAt, newEndedAt);
  }
}
