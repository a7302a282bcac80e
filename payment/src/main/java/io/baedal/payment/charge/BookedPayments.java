package io.baedal.payment.charge;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.republication.EventSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Rebuilds the events of this service from its payments, for republication. */
@Component
class BookedPayments implements EventSource {

  private final Payments payments;

  BookedPayments(Payments payments) {
    this.payments = payments;
  }

  @Override
  public List<UUID> next(UUID after, int limit) {
    return payments.next(after, limit);
  }

  @Override
  public List<DomainEvent> eventsOf(UUID after, UUID last, Instant since) {
    return payments.lockChanged(after, last, since).stream()
        .flatMap(payment -> PaymentEvents.all(payment).stream())
        .toList();
  }
}
