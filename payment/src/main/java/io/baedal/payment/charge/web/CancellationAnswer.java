package io.baedal.payment.charge.web;

import io.baedal.payment.charge.Payment;
import io.baedal.payment.charge.PaymentStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of the cancellation of a payment.
 *
 * @param reason why the payment was declined
 * @param refundedAmount refunded whole minor units; zero if nothing was charged
 */
record CancellationAnswer(
    UUID orderId,
    UUID paymentId,
    PaymentStatus status,
    @Nullable String reason,
    long refundedAmount) {

  static CancellationAnswer of(Payment payment) {
    return new CancellationAnswer(
        payment.orderId(),
        payment.id(),
        payment.status(),
        payment.declineReason(),
        payment.refundedAmount());
  }
}
