package io.baedal.delivery.state;

import io.baedal.web.reconciliation.OrderChanges;
import io.baedal.web.reconciliation.OrderStates;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What reconciliation asks: how some orders stand at store and courier, and which have changed. An
 * order can change twice: store and courier change one after the other.
 */
public interface DeliveryStates extends OrderStates<DeliveryStates.State>, OrderChanges {

  /**
   * An order in short.
   *
   * @param storeRequest status of the request to the store; null if there is none
   * @param delivery status of the delivery; null if there is none
   * @param changedAt when one of the two last changed
   */
  record State(
      UUID orderId, @Nullable String storeRequest, @Nullable String delivery, Instant changedAt) {}
}
