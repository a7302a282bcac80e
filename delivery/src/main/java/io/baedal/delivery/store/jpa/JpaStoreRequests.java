package io.baedal.delivery.store.jpa;

import io.baedal.delivery.store.StoreRequest;
import io.baedal.delivery.store.StoreRequestStatus;
import io.baedal.delivery.store.StoreRequests;
import io.baedal.delivery.work.jpa.JpaWorks;
import io.baedal.web.access.Scope;
import org.springframework.data.jpa.domain.Specification;
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
  protected Specification<StoreRequestRow> inside(Scope scope) {
    return (row, query, criteria) ->
        scope.all()
            ? null
            : scope.storeId() == null
                ? criteria.disjunction()
                : criteria.equal(row.get("storeId"), scope.storeId());
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
