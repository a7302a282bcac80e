package io.baedal.delivery.store;

import io.baedal.messaging.event.StoreRequestCancelled;
import io.baedal.messaging.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cancels the request to a store, including one that was not made yet. */
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
   * Cancels the request. A request that was never made is stored as cancelled and cannot be made
   * later.
   *
   * @return the request: {@code CANCELLED} by this call or earlier, or {@code REJECTED}, which
   *     leaves nothing to undo
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
      // another transaction added it after the first lock attempt
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
