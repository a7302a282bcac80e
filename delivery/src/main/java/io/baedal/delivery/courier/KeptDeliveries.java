package io.baedal.delivery.courier;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.republication.EventSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Rebuilds events from deliveries. */
@Component
class KeptDeliveries implements EventSource {

  private final Deliveries deliveries;

  KeptDeliveries(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public List<UUID> next(UUID after, int limit) {
    return deliveries.next(after, limit);
  }

  @Override
  public List<DomainEvent> eventsOf(UUID after, UUID last, Instant since) {
    return deliveries.lockChanged(after, last, since).stream()
        .flatMap(delivery -> delivery.events().stream())
        .toList();
  }
}
