package io.baedal.delivery.store;

import io.baedal.messaging.event.StoreRequestCancelled;
import io.baedal.messaging.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a store that it need not prepare an order, also when it was not asked yet. */
@Component
public class CancelStoreRequest {

  private final StoreRequests requests;
  private final Outbox outbox;
  private final Clock clock;

  CancelStoreRequest(StoreRequests requests, Outbox outbox, Clock clock) {
    this.requests = requests;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Cancels the request; one that was never made is remembered, and will not be made later.
   *
   * @return the request, {@code CANCELLED} now or earlier, or {@code REJECTED}, which leaves
   *     nothing to undo
   */
  @Transactional
  public StoreRequest cancel(UUID orderId) {
    Instant now = clock.instant();
    Optional<StoreRequest> present = requests.lock(orderId);
    if (present.isEmpty()) {
      StoreRequest unrequested = StoreRequest.cancelledUnrequested(orderId, now);
      if (requests.addIfAbsent(unrequested)) {
        return unrequested;
      }
      // it came between the two lines above
      present = requests.lock(orderId);
    }
    StoreRequest request = present.orElseThrow();
    if (!request.status().allows(StoreRequestStatus.CANCELLED)) {
      return request;
    }
    StoreRequest cancelled = request.cancelled(now);
    requests.save(cancelled);
    outbox.publish(new StoreRequestCancelled(orderId, now));
    return cancelled;
  }
}
