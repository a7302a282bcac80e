package io.baedal.delivery.store;

import io.baedal.delivery.refusal.UnknownOrder;
import io.baedal.delivery.refusal.WrongState;
import io.baedal.delivery.work.ChangeWork;
import io.baedal.messaging.outbox.Outbox;
import io.baedal.web.access.Scope;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks stores to prepare orders, and records their answers. A repeated step changes nothing. */
@Component
@Transactional
public class ChangeStoreRequest extends ChangeWork<StoreRequest> {

  ChangeStoreRequest(StoreRequests requests, Outbox outbox, Clock clock) {
    super(requests, outbox, clock);
  }

  /**
   * Asks a store to prepare an order.
   *
   * @return the current request; {@code CANCELLED} if it was cancelled before this request arrived
   */
  public StoreRequest request(UUID orderId, StoreOrder order) {
    return request(StoreRequest.requested(orderId, order, now()));
  }

  /**
   * The store will prepare the order.
   *
   * @throws UnknownOrder if the store was never asked, or is outside {@code scope}
   * @throws WrongState if the request is rejected or cancelled
   */
  public StoreRequest accept(UUID orderId, Scope scope) {
    return advance(
        orderId,
        scope,
        request ->
            request.status() == StoreRequestStatus.ACCEPTED ? request : request.accepted(now()));
  }

  /**
   * The store will not prepare the order. The first reason is kept.
   *
   * @param reason the store's reason, if it gives one
   * @throws UnknownOrder if the store was never asked, or is outside {@code scope}
   * @throws WrongState if the request is accepted or cancelled
   */
  public StoreRequest reject(UUID orderId, @Nullable String reason, Scope scope) {
    return advance(
        orderId,
        scope,
        request ->
            request.status() == StoreRequestStatus.REJECTED
                ? request
                : request.rejected(reason, now()));
  }

  /**
   * Cancels the request. A request that was not made cannot be made later.
   *
   * @return the request: {@code CANCELLED} by this or an earlier call, or {@code REJECTED}, which
   *     needs no cancellation
   */
  public StoreRequest cancel(UUID orderId) {
    return cancel(
        StoreRequest.cancelledUnrequested(orderId, now()),
        request ->
            request.status().allows(StoreRequestStatus.CANCELLED)
                ? request.cancelled(now())
                : request);
  }
}
