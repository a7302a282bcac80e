package io.baedal.payment.charge.web;

import io.baedal.payment.charge.Payment;
import io.baedal.payment.charge.PaymentStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of the undo of a payment.
 *
 * @param reason why the payment had been declined
 * @param refundedAmount whole minor units given back; zero if nothing had been taken
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
