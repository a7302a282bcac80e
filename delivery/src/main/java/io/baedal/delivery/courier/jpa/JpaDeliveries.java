package io.baedal.delivery.courier.jpa;

import io.baedal.delivery.courier.Deliveries;
import io.baedal.delivery.courier.Delivery;
import io.baedal.delivery.courier.DeliveryStatus;
import io.baedal.delivery.work.jpa.JpaWorks;
import org.springframework.stereotype.Component;

@Component
class JpaDeliveries extends JpaWorks<Delivery, DeliveryStatus, DeliveryRow> implements Deliveries {

  private final DeliveryRows rows;

  JpaDeliveries(DeliveryRows rows) {
    super(rows);
    this.rows = rows;
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
