package io.baedal.delivery.courier.jpa;

import io.baedal.delivery.courier.Delivery;
import io.baedal.delivery.courier.DeliveryStatus;
import io.baedal.delivery.courier.Route;
import io.baedal.delivery.work.jpa.WorkRow;
import io.baedal.messaging.database.JsonDocument;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code deliveries}. */
@Entity
@Table(name = "deliveries")
@AttributeOverride(name = "requestedAt", column = @Column(name = "started_at", updatable = false))
@DynamicUpdate
@SuppressWarnings("NullAway.Init") // set by Hibernate
class DeliveryRow extends WorkRow<Delivery> {

  private static final JsonDocument<Route> DETAILS = new JsonDocument<>(Route.class);

  @Enumerated(EnumType.STRING)
  private DeliveryStatus status;

  private @Nullable String courierId;
  private @Nullable Instant pickedUpAt;
  private @Nullable Instant completedAt;

  protected DeliveryRow() {}

  static @Nullable String details(Delivery delivery) {
    Route route = delivery.route();
    return route == null ? null : DETAILS.write(route);
  }

  @Override
  protected void update(Delivery delivery) {
    status = delivery.status();
    courierId = delivery.courierId();
    pickedUpAt = delivery.pickedUpAt();
    completedAt = delivery.completedAt();
    cancelledAt = delivery.cancelledAt();
  }

  @Override
  protected Delivery toWork() {
    return new Delivery(
        orderId,
        details == null ? null : DETAILS.read(details),
        status,
        courierId,
        requestedAt,
        pickedUpAt,
        completedAt,
        cancelledAt);
  }
}
