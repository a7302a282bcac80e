package io.baedal.delivery.store.jpa;

import io.baedal.delivery.store.StoreOrder;
import io.baedal.delivery.store.StoreRequest;
import io.baedal.delivery.store.StoreRequestStatus;
import io.baedal.delivery.work.jpa.WorkRow;
import io.baedal.messaging.database.JsonDocument;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code store_requests}. */
@Entity
@Table(name = "store_requests")
@DynamicUpdate
@SuppressWarnings("NullAway.Init") // set by Hibernate
class StoreRequestRow extends WorkRow<StoreRequest> {

  private static final JsonDocument<StoreOrder> DETAILS = new JsonDocument<>(StoreOrder.class);

  @Enumerated(EnumType.STRING)
  private StoreRequestStatus status;

  private @Nullable String rejectionReason;
  private @Nullable Instant answeredAt;

  protected StoreRequestRow() {}

  static @Nullable String details(StoreRequest request) {
    StoreOrder order = request.order();
    return order == null ? null : DETAILS.write(order);
  }

  @Override
  protected void update(StoreRequest request) {
    status = request.status();
    rejectionReason = request.rejectionReason();
    answeredAt = request.answeredAt();
    cancelledAt = request.cancelledAt();
  }

  @Override
  protected StoreRequest toWork() {
    return new StoreRequest(
        orderId,
        details == null ? null : DETAILS.read(details),
        status,
        rejectionReason,
        requestedAt,
        answeredAt,
        cancelledAt);
  }
}
