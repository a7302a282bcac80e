package io.baedal.delivery.store;

import io.baedal.delivery.refusal.UnknownOrder;
import io.baedal.delivery.refusal.WrongState;
import io.baedal.messaging.event.StoreAccepted;
import io.baedal.messaging.event.StoreRejected;
import io.baedal.messaging.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records the answer of a store. Repeating an answer changes nothing. */
@Component
public class AnswerStoreRequest {

  private final StoreRequests requests;
  private final Outbox outbox;
  private final Clock clock;

  AnswerStoreRequest(StoreRequests requests, Outbox outbox, Clock clock) {
    this.requests = requests;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * The store will prepare the order.
   *
   * @throws UnknownOrder if the store was never asked
   * @throws WrongState if the request was rejected or cancelled before
   */
  @Transactional
  public StoreRequest accept(UUID orderId) {
    StoreRequest request = locked(orderId);
    if (request.status() == StoreRequestStatus.ACCEPTED) {
      return request;
    }
    Instant now = clock.instant();
    StoreRequest accepted = request.accepted(now);
    requests.save(accepted);
    outbox.publish(new StoreAccepted(orderId, storeId(accepted), now));
    return accepted;
  }

  /**
   * The store will not prepare the order. The first reason is kept.
   *
   * @param reason the store's own words, if it gives any
   * @throws UnknownOrder if the store was never asked
   * @throws WrongState if the request was accepted or cancelled before
   */
  @Transactional
  public StoreRequest reject(UUID orderId, @Nullable String reason) {
    StoreRequest request = locked(orderId);
    if (request.status() == StoreRequestStatus.REJECTED) {
      return request;
    }
    Instant now = clock.instant();
    StoreRequest rejected = request.rejected(reason, now);
    requests.save(rejected);
    outbox.publish(new StoreRejected(orderId, storeId(rejected), reason, now));
    return rejected;
  }

  private StoreRequest locked(UUID orderId) {
    return requests
        .lock(orderId)
        .filter(StoreRequest::wasRequested)
        .orElseThrow(() -> new UnknownOrder(orderId));
  }

  private static String storeId(StoreRequest request) {
    StoreOrder order = request.order();
    if (order == null) {
      throw new IllegalStateException("answer to a request that was never made");
    }
    return order.storeId();
  }
}
