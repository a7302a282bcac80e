package io.baedal.delivery.store;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.republication.EventSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Rebuilds events from store requests. */
@Component
class KeptStoreRequests implements EventSource {

  private final StoreRequests requests;

  KeptStoreRequests(StoreRequests requests) {
    this.requests = requests;
  }

  @Override
  public List<UUID> next(UUID after, int limit) {
    return requests.next(after, limit);
  }

  @Override
  public List<DomainEvent> eventsOf(UUID after, UUID last, Instant since) {
    return requests.lockChanged(after, last, since).stream()
        .flatMap(request -> request.events().stream())
        .toList();
  }
}
