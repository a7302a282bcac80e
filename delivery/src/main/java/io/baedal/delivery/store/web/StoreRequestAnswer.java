package io.baedal.delivery.store.web;

import io.baedal.delivery.store.StoreRequest;
import io.baedal.delivery.store.StoreRequestStatus;
import java.util.UUID;

/** The status of a store request, for the process that made it. */
record StoreRequestAnswer(UUID orderId, StoreRequestStatus status) {

  static StoreRequestAnswer of(StoreRequest request) {
    return new StoreRequestAnswer(request.orderId(), request.status());
  }
}
