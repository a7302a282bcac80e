package io.baedal.delivery.store;

import io.baedal.delivery.refusal.WrongState;
import io.baedal.delivery.work.Work;
import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.StoreAccepted;
import io.baedal.messaging.event.StoreRejected;
import io.baedal.messaging.event.StoreRequestCancelled;
import io.baedal.messaging.event.StoreRequested;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to a store to prepare an order.
 *
 * @param order the requested order; null if the request was cancelled before it was made
 * @param rejectionReason the store's reason; null if it did not reject or gave none
 * @param requestedAt when the first request or cancellation arrived
 * @param answeredAt when the store answered, if it did
 */
public record StoreRequest(
    UUID orderId,
    @Nullable StoreOrder order,
    StoreRequestStatus status,
    @Nullable String rejectionReason,
    Instant requestedAt,
    @Nullable Instant answeredAt,
    @Nullable Instant cancelledAt)
    implements Work {

  static StoreRequest requested(UUID orderId, StoreOrder order, Instant at) {
    return new StoreRequest(orderId, order, StoreRequestStatus.REQUESTED, null, at, null, null);
  }

  /** A request that is cancelled before it is made, and therefore is never made. */
  static StoreRequest cancelledUnrequested(UUID orderId, Instant at) {
    return new StoreRequest(orderId, null, StoreRequestStatus.CANCELLED, null, at, null, at);
  }

  StoreRequest accepted(Instant at) {
    return changedTo(StoreRequestStatus.ACCEPTED, null, at, null);
  }

  StoreRequest rejected(@Nullable String reason, Instant at) {
    return changedTo(StoreRequestStatus.REJECTED, reason, at, null);
  }

  StoreRequest cancelled(Instant at) {
    return changedTo(StoreRequestStatus.CANCELLED, null, answeredAt, at);
  }

  @Override
  public boolean wasRequested() {
    return order != null;
  }

  @Override
  public List<DomainEvent> events() {
    if (order == null) {
      return List.of();
    }
    List<DomainEvent> events = new ArrayList<>();
    events.add(new StoreRequested(orderId, order.storeId(), requestedAt));
    if (answeredAt != null) {
      // a rejected request is never cancelled
      events.add(
          status == StoreRequestStatus.REJECTED
              ? new StoreRejected(orderId, order.storeId(), rejectionReason, answeredAt)
              : new StoreAccepted(orderId, order.storeId(), answeredAt));
    }
    if (cancelledAt != null) {
      events.add(new StoreRequestCancelled(orderId, cancelledAt));
    }
    return events;
  }

  private StoreRequest changedTo(
      StoreRequestStatus next,
      @Nullable String newReason,
      @Nullable Instant newAnsweredAt,
      @Nullable Instant newCancelledAt) {
    if (!status.allows(next)) {
      throw new WrongState(status, next);
    }
    return new StoreRequest(
        orderId, order, next, newReason, requestedAt, newAnsweredAt, newCancelledAt);
  }
}
