package io.baedal.payment.charge.web;

import io.baedal.payment.charge.Payment;
import io.baedal.payment.charge.PaymentStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of a request for payment.
 *
 * @param reason why the payment was declined
 */
record PaymentAnswer(UUID orderId, UUID paymentId, PaymentStatus status, @Nullable String reason) {

  static PaymentAnswer of(Payment payment) {
    return new PaymentAnswer(
        payment.orderId(), payment.id(), decided(payment.status()), payment.declineReason());
  }

  /** Hides the progress of a cancellation, which a client that requests a payment does not need. */
  private static PaymentStatus decided(PaymentStatus status) {
    return status == PaymentStatus.CANCELLING ? PaymentStatus.CANCELLED : status;
  }
}
