package io.baedal.delivery.store.jpa;

import io.baedal.delivery.store.StoreOrder;
import io.baedal.delivery.store.StoreRequest;
import io.baedal.delivery.store.StoreRequestStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code store_requests}; the migration defines its constraints. */
@Entity
@Table(name = "store_requests")
@DynamicUpdate
@SuppressWarnings("NullAway.Init") // filled in by Hibernate
class StoreRequestRow {

  @Id private UUID orderId;
  private @Nullable Long orderNumber;
  private @Nullable String storeId;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(updatable = false)
  private @Nullable String items;

  private @Nullable String deliveryAddress;
  private @Nullable String note;

  @Enumerated(EnumType.STRING)
  private StoreRequestStatus status;

  private @Nullable String rejectionReason;
  private Instant requestedAt;
  private @Nullable Instant answeredAt;
  private @Nullable Instant cancelledAt;

  protected StoreRequestRow() {}

  /** Copies all attributes that can change. */
  void update(StoreRequest request) {
    status = request.status();
    rejectionReason = request.rejectionReason();
    answeredAt = request.answeredAt();
    cancelledAt = request.cancelledAt();
  }

  StoreRequest toStoreRequest() {
    return new StoreRequest(
        orderId,
        storeId == null || items == null
            ? null
            : new StoreOrder(orderNumber, storeId, ItemsJson.read(items), deliveryAddress, note),
        status,
        rejectionReason,
        requestedAt,
        answeredAt,
        cancelledAt);
  }
}
