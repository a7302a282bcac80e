package io.baedal.delivery.state;

import io.baedal.web.reconciliation.OrderChanges;
import io.baedal.web.reconciliation.OrderStates;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The queries of reconciliation: the states of given orders at store and courier, and the orders
 * that changed. An order can be listed twice, once for the store and once for the courier.
 */
public interface DeliveryStates extends OrderStates<DeliveryStates.State>, OrderChanges {

  /**
   * The state of an order.
   *
   * @param storeRequest the status of the request to the store; null if there is none
   * @param delivery the status of the delivery; null if there is none
   * @param changedAt the time of the latest change of the two
   */
  record State(
      UUID orderId, @Nullable String storeRequest, @Nullable String delivery, Instant changedAt) {}
}
