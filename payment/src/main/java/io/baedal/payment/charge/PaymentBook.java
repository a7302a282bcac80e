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
 * Books the intention before the provider is called, and the result after it. Each method is one
 * transaction, which locks the row, changes it and writes the event.
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

  /** Books the request, or finds the payment that an earlier request or undo booked. */
  @Transactional
  Payment request(UUID orderId, PaymentTerms terms) {
    Payment payment =
        payments.addIfAbsent(Payment.requested(newId.get(), orderId, terms, clock.instant()));
    payment.requireTerms(terms);
    return payment;
  }

  /** Books the provider's answer, unless a repeat of the request or an undo was faster. */
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

  /** Books the start of the undo: from then on the payment cannot be approved. */
  @Transactional
  Payment beginCancel(UUID orderId) {
    Payment payment =
        payments.addIfAbsentAndLock(
            Payment.undoneUnrequested(newId.get(), orderId, clock.instant()));
    if (!payment.status().allows(PaymentStatus.CANCELLING)) {
      return payment;
    }
    Payment cancelling = payment.cancelling();
    payments.save(cancelling);
    return cancelling;
  }

  /** Books what the provider gave back, unless a repeat was faster. */
  @Transactional
  Payment finishCancel(UUID orderId, Optional<Money> givenBack) {
    Payment payment = locked(orderId);
    return payment.status() == PaymentStatus.CANCELLING
        ? saved(payment.cancelled(givenBack, clock.instant()))
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
