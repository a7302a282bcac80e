package io.baedal.payment.charge.web;

import io.baedal.payment.charge.Payment;
import io.baedal.payment.charge.PaymentStatus;
import io.baedal.payment.charge.PaymentTerms;
import io.baedal.payment.charge.Transfer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment in its current state; amounts are whole minor units of {@code currency}. */
record PaymentResponse(
    UUID id,
    UUID orderId,
    @Nullable Long amount,
    @Nullable String currency,
    @Nullable String paymentMethod,
    PaymentStatus status,
    @Nullable String declineReason,
    long approvedAmount,
    @Nullable Instant approvedAt,
    long refundedAmount,
    @Nullable Instant refundedAt,
    Instant requestedAt) {

  static PaymentResponse of(Payment payment) {
    PaymentTerms terms = payment.terms();
    return new PaymentResponse(
        payment.id(),
        payment.orderId(),
        terms == null ? null : terms.price().amount(),
        payment.currency(),
        terms == null ? null : terms.method(),
        payment.status(),
        payment.declineReason(),
        payment.approvedAmount(),
        at(payment.approval()),
        payment.refundedAmount(),
        at(payment.refund()),
        payment.requestedAt());
  }

  private static @Nullable Instant at(@Nullable Transfer transfer) {
    return transfer == null ? null : transfer.at();
  }
}
