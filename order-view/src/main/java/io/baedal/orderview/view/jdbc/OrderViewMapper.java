package io.baedal.orderview.view.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.orderview.view.Cancellation;
import io.baedal.orderview.view.OrderView;
import io.baedal.orderview.view.StatusChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Maps rows to views, and events to JSON. */
@Component
class OrderViewMapper {

  private final ObjectMapper json;

  OrderViewMapper(ObjectMapper json) {
    this.json = json;
  }

  OrderView view(ResultSet row, int number) throws SQLException {
    OrderStatus status = OrderStatus.valueOf(row.getString("status"));
    String refusal = row.getString("cancellation_refusal");
    return new OrderView(
        row.getObject("order_id", UUID.class),
        order(row.getString("placed")),
        status,
        reason(row),
        row.getString("reason_comment"),
        row.getInt("sequence"),
        instant(row, "updated_at"),
        Cancellation.of(
            instantOrNull(row, "cancellation_requested_at"),
            row.getString("cancellation_comment"),
            refusal == null ? null : OrderCancellationRefused.Reason.valueOf(refusal),
            status),
        List.of());
  }

  StatusChange statusChange(ResultSet row, int number) throws SQLException {
    return new StatusChange(
        row.getInt("sequence"),
        OrderStatus.valueOf(row.getString("status")),
        reason(row),
        row.getString("reason_comment"),
        row.getString("step"),
        instant(row, "at"));
  }

  String write(List<? extends DomainEvent> events) {
    try {
      return json.writeValueAsString(events);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("events cannot be written as JSON", e);
    }
  }

  private @Nullable OrderPlaced order(@Nullable String placed) {
    try {
      return placed == null ? null : json.readValue(placed, OrderPlaced.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an order in the database cannot be read", e);
    }
  }

  private static @Nullable ReasonCode reason(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return reason == null ? null : ReasonCode.valueOf(reason);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
