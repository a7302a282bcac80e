package io.baedal.payment.charge;

import io.baedal.payment.provider.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The payment of one order.
 *
 * @param terms the requested terms; null if the payment was cancelled before it was requested
 * @param declineReason why the provider declined the payment; null otherwise
 * @param approval the charged money, if known
 * @param refund the refunded money, if any
 * @param requestedAt when the first request or cancellation of the payment arrived
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

  /** A payment that is cancelled before it was requested, and therefore never takes effect. */
  static Payment cancelledUnrequested(UUID id, UUID orderId, Instant at) {
    return new Payment(id, orderId, null, PaymentStatus.CANCELLING, null, null, null, at, null);
  }

  /**
   * @throws PaymentMismatch if the payment was requested with terms other than {@code requested}
   */
  void requireTerms(PaymentTerms requested) {
    if (terms != null && !terms.agreeWith(requested)) {
      throw new PaymentMismatch(orderId);
    }
  }

  Payment approved(Instant at) {
    if (terms == null) {
      throw new IllegalStateException("payment " + id + " was never requested");
    }
    return changedTo(PaymentStatus.APPROVED, null, new Transfer(terms.price(), at), null, null);
  }

  Payment declined(String reason, Instant at) {
    return changedTo(PaymentStatus.DECLINED, reason, null, null, at);
  }

  Payment cancelling() {
    return changedTo(PaymentStatus.CANCELLING, null, approval, null, null);
  }

  /**
   * Completes the cancellation.
   *
   * @param refunded the money that the provider refunded; proves an approval that this service did
   *     not know of
   * @throws IllegalStateException if it differs from the charged money; an operator must resolve it
   */
  Payment cancelled(Optional<Money> refunded, Instant at) {
    Optional<Money> charged = Optional.ofNullable(approval).map(Transfer::money);
    Optional<Money> requested = Optional.ofNullable(terms).map(PaymentTerms::price);
    boolean plausible =
        charged.isPresent()
            ? charged.equals(refunded)
            : refunded.isEmpty() || requested.isEmpty() || requested.equals(refunded);
    if (!plausible) {
      throw new IllegalStateException(
          "payment %s: %s of %s was charged, but %s refunded"
              .formatted(id, charged, requested, refunded));
    }
    @Nullable Transfer newRefund = refunded.map(money -> new Transfer(money, at)).orElse(null);
    return changedTo(
        PaymentStatus.CANCELLED, null, approval == null ? newRefund : approval, newRefund, at);
  }

  /** Whether the requested amount is zero. The provider is then not called. */
  boolean isFree() {
    return terms != null && terms.price().isZero();
  }

  /** Whole minor units; zero if no charge is known. */
  public long approvedAmount() {
    return approval == null ? 0 : approval.money().amount();
  }

  /** Whole minor units; zero if nothing was refunded. */
  public long refundedAmount() {
    return refund == null ? 0 : refund.money().amount();
  }

  /** ISO 4217; null if the payment was cancelled before it was requested and no money was moved. */
  public @Nullable String currency() {
    if (terms != null) {
      return terms.price().currency();
    }
    return approval == null ? null : approval.money().currency();
  }

  private Payment changedTo(
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
