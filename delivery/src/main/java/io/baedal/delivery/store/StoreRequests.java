package io.baedal.delivery.store;

import io.baedal.delivery.work.Works;

/** All store requests. */
public interface StoreRequests extends Works<StoreRequest, StoreRequestStatus> {}
