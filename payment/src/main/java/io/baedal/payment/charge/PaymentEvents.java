package io.baedal.payment.charge;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.PaymentApproved;
import io.baedal.messaging.event.PaymentCancelled;
import io.baedal.messaging.event.PaymentDeclined;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events of a payment. A republished event is identical to the first one. */
final class PaymentEvents {

  /** All events of a payment, in the order in which they happened. */
  static List<DomainEvent> all(Payment payment) {
    return Stream.of(approval(payment), end(payment)).flatMap(Optional::stream).toList();
  }

  /** The event of the last change; empty if that change has none. */
  static Optional<DomainEvent> latest(Payment payment) {
    return payment.status() == PaymentStatus.APPROVED ? approval(payment) : end(payment);
  }

  /** Also empty if the approval became known only with its refund. */
  private static Optional<DomainEvent> approval(Payment payment) {
    Transfer approval = payment.approval();
    Transfer refund = payment.refund();
    if (approval == null || (refund != null && refund.at().equals(approval.at()))) {
      return Optional.empty();
    }
    return Optional.of(
        new PaymentApproved(
            payment.orderId(),
            payment.id(),
            approval.money().amount(),
            approval.money().currency(),
            approval.at()));
  }

  private static Optional<DomainEvent> end(Payment payment) {
    if (payment.status() == PaymentStatus.DECLINED) {
      return Optional.of(
          new PaymentDeclined(
              payment.orderId(),
              payment.id(),
              String.valueOf(payment.declineReason()),
              endedAt(payment)));
    }
    String currency = payment.currency();
    // without a currency, no payment was requested and no money was moved: there is no event
    if (payment.status() != PaymentStatus.CANCELLED || currency == null) {
      return Optional.empty();
    }
    return Optional.of(
        new PaymentCancelled(
            payment.orderId(), payment.id(), payment.refundedAmount(), currency, endedAt(payment)));
  }

  private static Instant endedAt(Payment payment) {
    @Nullable Transfer refund = payment.refund();
    Instant otherwise = refund == null ? payment.requestedAt() : refund.at();
    return payment.endedAt() == null ? otherwise : payment.endedAt();
  }

  private PaymentEvents() {}
}
