package io.baedal.payment.charge.web;

import io.baedal.payment.charge.Payment;
import io.baedal.payment.charge.PaymentStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of a request for payment.
 *
 * @param reason why it was declined
 */
record PaymentAnswer(UUID orderId, UUID paymentId, PaymentStatus status, @Nullable String reason) {

  static PaymentAnswer of(Payment payment) {
    return new PaymentAnswer(
        payment.orderId(), payment.id(), decided(payment.status()), payment.declineReason());
  }

  /** A client that requests a payment need not know the progress of its undo. */
  private static PaymentStatus decided(PaymentStatus status) {
    return status == PaymentStatus.CANCELLING ? PaymentStatus.CANCELLED : status;
  }
}
