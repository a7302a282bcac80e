package io.baedal.payment.charge;

import io.baedal.messaging.outbox.Outbox;
import io.baedal.payment.provider.ChargeResult;
import io.baedal.payment.provider.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores the request before the provider is called, and the result afterwards. Each method is one
 * transaction that locks the row, changes it and writes the event.
 */
@Component
class PaymentBook {

  private final Payments payments;
  private final Outbox outbox;
  private final Clock clock;
  private final Supplier<UUID> newId;

  PaymentBook(Payments payments, Outbox outbox, Clock clock, Supplier<UUID> newId) {
    this.payments = payments;
    this.outbox = outbox;
    this.clock = clock;
    this.newId = newId;
  }

  /** Stores the request, or finds the payment of an earlier request or cancellation. */
  @Transactional
  Payment request(UUID orderId, PaymentTerms terms) {
    Payment payment =
        payments.addIfAbsent(Payment.requested(newId.get(), orderId, terms, clock.instant()));
    payment.requireTerms(terms);
    return payment;
  }

  /**
   * Stores the provider's answer, unless a concurrent request or cancellation has changed the
   * payment.
   */
  @Transactional
  Payment settle(UUID orderId, ChargeResult result) {
    Payment payment = locked(orderId);
    if (payment.status() != PaymentStatus.REQUESTED) {
      return payment;
    }
    Instant now = clock.instant();
    if (result instanceof ChargeResult.Declined declined) {
      return saved(payment.declined(declined.reason(), now));
    }
    if (result instanceof ChargeResult.Reversed) {
      // reversed at the provider, but not by this service
      return saved(payment.cancelled(Optional.empty(), now));
    }
    return saved(payment.approved(now));
  }

  /** Stores the start of the cancellation, after which the payment cannot be approved. */
  @Transactional
  Payment beginCancel(UUID orderId) {
    Payment payment =
        payments.addIfAbsentAndLock(
            Payment.cancelledUnrequested(newId.get(), orderId, clock.instant()));
    if (!payment.status().allows(PaymentStatus.CANCELLING)) {
      return payment;
    }
    Payment cancelling = payment.cancelling();
    payments.save(cancelling);
    return cancelling;
  }

  /** Stores the refund, unless a concurrent call has stored it. */
  @Transactional
  Payment finishCancel(UUID orderId, Optional<Money> refunded) {
    Payment payment = locked(orderId);
    return payment.status() == PaymentStatus.CANCELLING
        ? saved(payment.cancelled(refunded, clock.instant()))
        : payment;
  }

  /** Stores a payment that has just been settled, and publishes its event. */
  private Payment saved(Payment payment) {
    payments.save(payment);
    PaymentEvents.latest(payment).ifPresent(outbox::publish);
    return payment;
  }

  private Payment locked(UUID orderId) {
    return payments
        .lock(orderId)
        .orElseThrow(
            () -> new IllegalStateException("payment of " + orderId + " no longer exists"));
  }
}
