package io.baedal.order.ordering.jpa;

import io.baedal.messaging.database.JsonDocument;
import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.order.ordering.Cancellation;
import io.baedal.order.ordering.CustomerStatus;
import io.baedal.order.ordering.Order;
import io.baedal.order.ordering.OrderContent;
import io.baedal.order.ordering.OrderId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code orders}. The content of the order is never updated. PostgreSQL generates
 * customer, store and reference from it, and the time of the last change from the other times.
 */
@Entity
@Table(name = "orders")
class OrderRow {

  static final JsonDocument<OrderContent> CONTENT = new JsonDocument<>(OrderContent.class);

  @Id private UUID id;

  @Column(updatable = false)
  private long number;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(updatable = false)
  private String content;

  @Column(insertable = false, updatable = false)
  private @Nullable String clientReference;

  @Column(insertable = false, updatable = false)
  private String customerId;

  @Column(insertable = false, updatable = false)
  private String storeId;

  @Column(updatable = false)
  private Instant placedAt;

  @Column(insertable = false, updatable = false)
  private Instant changedAt;

  @Enumerated(EnumType.STRING)
  private CustomerStatus status;

  @Enumerated(EnumType.STRING)
  private @Nullable ReasonCode reason;

  private @Nullable String reasonComment;

  private @Nullable Instant closedAt;

  private @Nullable Instant cancellationRequestedAt;

  private @Nullable String cancellationComment;

  @Enumerated(EnumType.STRING)
  private Cancellation.@Nullable Outcome cancellationOutcome;

  @Enumerated(EnumType.STRING)
  private OrderCancellationRefused.@Nullable Reason cancellationRefusedBecause;

  /** Used by Hibernate; {@link JpaOrders} inserts the rows. */
  @SuppressWarnings("NullAway.Init")
  protected OrderRow() {}

  void update(Order order) {
    status = order.status();
    reason = order.reason();
    reasonComment = order.reasonComment();
    closedAt = order.closedAt();
    Cancellation cancellation = order.cancellation();
    if (cancellation != null) {
      cancellationRequestedAt = cancellation.requestedAt();
      cancellationComment = cancellation.comment();
      cancellationOutcome = cancellation.outcome();
      cancellationRefusedBecause = cancellation.refusedBecause();
    }
  }

  Order toOrder() {
    return new Order(
        new OrderId(id),
        number,
        CONTENT.read(content),
        placedAt,
        status,
        reason,
        reasonComment,
        closedAt,
        toCancellation());
  }

  private @Nullable Cancellation toCancellation() {
    return cancellationRequestedAt == null || cancellationOutcome == null
        ? null
        : new Cancellation(
            cancellationRequestedAt,
            cancellationComment,
            cancellationOutcome,
            cancellationRefusedBecause);
  }
}
