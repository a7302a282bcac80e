package io.baedal.delivery.store.jpa;

import io.baedal.delivery.store.StoreRequest;
import io.baedal.delivery.store.StoreRequestStatus;
import io.baedal.delivery.store.StoreRequests;
import io.baedal.delivery.work.jpa.JpaWorks;
import org.springframework.stereotype.Component;

@Component
class JpaStoreRequests extends JpaWorks<StoreRequest, StoreRequestStatus, StoreRequestRow>
    implements StoreRequests {

  private final StoreRequestRows rows;

  JpaStoreRequests(StoreRequestRows rows) {
    super(rows);
    this.rows = rows;
  }

  @Override
  public boolean addIfAbsent(StoreRequest request) {
    return rows.add(
            request.orderId(),
            StoreRequestRow.details(request),
            request.status(),
            request.requestedAt(),
            request.cancelledAt())
        == 1;
  }
}
