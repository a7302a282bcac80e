package io.baedal.delivery.courier.jpa;

import io.baedal.delivery.courier.Deliveries;
import io.baedal.delivery.courier.Delivery;
import io.baedal.delivery.courier.DeliveryStatus;
import io.baedal.delivery.work.jpa.JpaWorks;
import io.baedal.web.access.Scope;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

@Component
class JpaDeliveries extends JpaWorks<Delivery, DeliveryStatus, DeliveryRow> implements Deliveries {

  private final DeliveryRows rows;

  JpaDeliveries(DeliveryRows rows) {
    super(rows);
    this.rows = rows;
  }

  @Override
  protected Specification<DeliveryRow> inside(Scope scope) {
    return (row, query, criteria) -> {
      if (scope.all()) {
        return null;
      }
      List<Predicate> own = new ArrayList<>();
      if (scope.storeId() != null) {
        own.add(criteria.equal(row.get("storeId"), scope.storeId()));
      }
      if (scope.courierId() != null) {
        own.add(criteria.equal(row.get("courierId"), scope.courierId()));
        own.add(
            criteria.and(
                criteria.isNull(row.get("courierId")),
                criteria.equal(row.get("status"), DeliveryStatus.STARTED)));
      }
      return criteria.or(own.toArray(Predicate[]::new));
    };
  }

  @Override
  public boolean addIfAbsent(Delivery delivery) {
    return rows.add(
            delivery.orderId(),
            DeliveryRow.details(delivery),
            delivery.status(),
            delivery.startedAt(),
            delivery.cancelledAt())
        == 1;
  }
}
