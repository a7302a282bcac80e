package io.baedal.delivery.courier.jpa;

import io.baedal.delivery.courier.Delivery;
import io.baedal.delivery.courier.DeliveryStatus;
import io.baedal.delivery.courier.Route;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code deliveries}; the migration defines its constraints. */
@Entity
@Table(name = "deliveries")
@DynamicUpdate
@SuppressWarnings("NullAway.Init") // filled in by Hibernate
class DeliveryRow {

  @Id private UUID orderId;
  private @Nullable Long orderNumber;
  private @Nullable String storeId;
  private @Nullable String deliveryAddress;
  private @Nullable String note;
  private @Nullable String phone;

  @Enumerated(EnumType.STRING)
  private DeliveryStatus status;

  private Instant startedAt;
  private @Nullable Instant pickedUpAt;
  private @Nullable Instant completedAt;
  private @Nullable Instant cancelledAt;

  protected DeliveryRow() {}

  /** Copies all attributes that can change. */
  void update(Delivery delivery) {
    status = delivery.status();
    pickedUpAt = delivery.pickedUpAt();
    completedAt = delivery.completedAt();
    cancelledAt = delivery.cancelledAt();
  }

  Delivery toDelivery() {
    return new Delivery(
        orderId,
        storeId == null || deliveryAddress == null
            ? null
            : new Route(orderNumber, storeId, deliveryAddress, note, phone),
        status,
        startedAt,
        pickedUpAt,
        completedAt,
        cancelledAt);
  }
}
