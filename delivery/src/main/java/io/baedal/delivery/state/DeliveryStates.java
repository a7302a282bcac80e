package io.baedal.delivery.state;

import io.baedal.web.reconciliation.OrderChanges;
import io.baedal.web.reconciliation.OrderStates;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The queries of reconciliation: the states of some orders at store and courier, and which orders
 * have changed. An order can change twice: store and courier change one after the other.
 */
public interface DeliveryStates extends OrderStates<DeliveryStates.State>, OrderChanges {

  /**
   * The state of an order.
   *
   * @param storeRequest status of the request to the store; null if there is none
   * @param delivery status of the delivery; null if there is none
   * @param changedAt the time of the latest change of the two
   */
  record State(
      UUID orderId, @Nullable String storeRequest, @Nullable String delivery, Instant changedAt) {}
}
