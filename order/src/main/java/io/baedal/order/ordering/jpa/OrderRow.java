package io.baedal.order.ordering.jpa;

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
import java.util.Currency;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code orders}; the content of the order is never updated. */
@Entity
@Table(name = "orders")
class OrderRow {

  @Id private UUID id;

  @Column(updatable = false)
  private long number;

  @Column(updatable = false)
  private @Nullable String clientReference;

  @Column(updatable = false)
  private String customerId;

  @Column(updatable = false)
  private String storeId;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(updatable = false)
  private String items;

  @Column(updatable = false)
  private String currency;

  @Column(updatable = false)
  private String deliveryAddress;

  @Column(updatable = false)
  private String paymentMethod;

  @Column(updatable = false)
  private @Nullable String note;

  @Column(updatable = false)
  private @Nullable String phone;

  @Column(updatable = false)
  private Instant placedAt;

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

  /** For Hibernate, which sets the fields; {@link JpaOrders} inserts the rows. */
  @SuppressWarnings("NullAway.Init")
  protected OrderRow() {}

  void take(Order order) {
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
    var content =
        new OrderContent(
            clientReference,
            customerId,
            storeId,
            ItemsJson.read(items),
            Currency.getInstance(currency),
            deliveryAddress,
            paymentMethod,
            note,
            phone);
    return new Order(
        new OrderId(id),
        number,
        content,
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
