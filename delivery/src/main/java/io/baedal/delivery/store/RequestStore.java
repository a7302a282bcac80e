package io.baedal.delivery.store;

import io.baedal.messaging.event.StoreRequested;
import io.baedal.messaging.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks a store to prepare an order, once. */
@Component
public class RequestStore {

  private final StoreRequests requests;
  private final Outbox outbox;
  private final Clock clock;

  RequestStore(StoreRequests requests, Outbox outbox, Clock clock) {
    this.requests = requests;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Makes the request unless it was made or cancelled before.
   *
   * @return the current request; {@code CANCELLED} if it was cancelled before it arrived
   */
  @Transactional
  public StoreRequest request(UUID orderId, StoreOrder order) {
    Instant now = clock.instant();
    StoreRequest request = StoreRequest.requested(orderId, order, now);
    if (!requests.addIfAbsent(request)) {
      return requests.lock(orderId).orElseThrow();
    }
    outbox.publish(new StoreRequested(orderId, order.storeId(), now));
    return request;
  }
}
