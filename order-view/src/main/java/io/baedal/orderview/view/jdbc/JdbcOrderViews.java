package io.baedal.orderview.view.jdbc;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderCancellationRequested;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.OrderStatusChanged;
import io.baedal.orderview.view.OrderView;
import io.baedal.orderview.view.OrderViews;
import io.baedal.orderview.view.StatusChange;
import io.baedal.orderview.view.ViewFilter;
import io.baedal.web.page.Cursor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Each fact is one upsert of the order's row, which also makes writers of one order take turns. */
@Repository
class JdbcOrderViews implements OrderViews {

  private final JdbcClient jdbc;
  private final OrderViewMapper mapper;

  JdbcOrderViews(JdbcClient jdbc, OrderViewMapper mapper) {
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  @Override
  public void note(OrderPlaced event) {
    jdbc.sql(Sql.NOTE_PLACED)
        .param("orderId", event.orderId())
        .param("number", event.number())
        .param("clientReference", event.clientReference())
        .param("customerId", event.customerId())
        .param("storeId", event.storeId())
        .param("items", mapper.write(event.items()))
        .param("amount", event.amount())
        .param("currency", event.currency())
        .param("deliveryAddress", event.deliveryAddress())
        .param("phone", event.phone())
        .param("note", event.note())
        .param("paymentMethod", event.paymentMethod())
        .param("placedAt", utc(event.placedAt()))
        .update();
  }

  @Override
  public void note(OrderStatusChanged event) {
    Map<String, @Nullable Object> change = new HashMap<>();
    change.put("orderId", event.orderId());
    change.put("sequence", event.sequence());
    change.put("status", event.status().name());
    change.put("reason", event.reason() == null ? null : event.reason().name());
    change.put("reasonComment", event.comment());
    change.put("step", event.step());
    change.put("at", utc(event.at()));
    boolean isNew = jdbc.sql(Sql.NOTE_IN_TIMELINE).params(change).update() == 1;
    if (isNew) {
      jdbc.sql(Sql.NOTE_STATUS).params(change).update();
    }
  }

  @Override
  public void note(OrderCancellationRequested event) {
    jdbc.sql(Sql.NOTE_CANCELLATION_REQUEST)
        .param("orderId", event.orderId())
        .param("requestedAt", utc(event.requestedAt()))
        .param("comment", event.comment())
        .update();
  }

  @Override
  public void note(OrderCancellationRefused event) {
    jdbc.sql(Sql.NOTE_CANCELLATION_REFUSAL)
        .param("orderId", event.orderId())
        .param("refusedAt", utc(event.at()))
        .param("reason", event.reason().name())
        .update();
  }

  /** Both statements see one state of the database, so that status and timeline agree. */
  @Override
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Optional<OrderView> find(UUID orderId) {
    return jdbc.sql(Sql.FIND)
        .param("orderId", orderId)
        .query(mapper::view)
        .optional()
        .map(view -> view.withTimeline(timeline(orderId)));
  }

  private List<StatusChange> timeline(UUID orderId) {
    return jdbc.sql(Sql.TIMELINE).param("orderId", orderId).query(mapper::statusChange).list();
  }

  @Override
  public List<OrderView> list(ViewFilter filter, @Nullable Cursor after, int limit) {
    var sql = new ListSql(filter, after, limit);
    return jdbc.sql(sql.text()).params(sql.params()).query(mapper::view).list();
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
