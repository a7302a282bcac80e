package io.baedal.orderview.view.jdbc;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderCancellationRequested;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.OrderStatusChanged;
import io.baedal.orderview.view.OrderView;
import io.baedal.orderview.view.OrderViews;
import io.baedal.orderview.view.StatusChange;
import io.baedal.orderview.view.ViewFilter;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applies the events of each type with one upsert of the rows of their orders. The upsert also
 * serializes concurrent writers, which lock the rows in the same sequence.
 */
@Repository
class JdbcOrderViews implements OrderViews {

  private final JdbcClient jdbc;
  private final OrderViewMapper mapper;

  JdbcOrderViews(JdbcClient jdbc, OrderViewMapper mapper) {
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  @Override
  public void apply(List<DomainEvent> events) {
    apply(Sql.APPLY_PLACED, events, OrderPlaced.class);
    apply(Sql.APPLY_STATUS, events, OrderStatusChanged.class);
    apply(Sql.APPLY_CANCELLATION_REQUEST, events, OrderCancellationRequested.class);
    apply(Sql.APPLY_CANCELLATION_REFUSAL, events, OrderCancellationRefused.class);
  }

  private void apply(String sql, List<DomainEvent> events, Class<? extends DomainEvent> type) {
    List<? extends DomainEvent> some =
        events.stream().filter(type::isInstance).map(type::cast).toList();
    if (!some.isEmpty()) {
      jdbc.sql(sql).param("events", mapper.write(some)).update();
    }
  }

  /** Both statements read the same snapshot, so that status and timeline are consistent. */
  @Override
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Optional<OrderView> find(UUID orderId, Scope scope) {
    return inside(scope, jdbc.sql(Sql.FIND))
        .param("orderId", orderId)
        .query(mapper::view)
        .optional()
        .map(view -> view.withTimeline(timeline(orderId)));
  }

  /** Sets the parameters of {@link Sql#INSIDE}. */
  static JdbcClient.StatementSpec inside(Scope scope, JdbcClient.StatementSpec statement) {
    return statement
        .param("all", scope.all())
        .param("ownCustomer", scope.customerId(), Types.VARCHAR)
        .param("ownStore", scope.storeId(), Types.VARCHAR);
  }

  private List<StatusChange> timeline(UUID orderId) {
    return jdbc.sql(Sql.TIMELINE).param("orderId", orderId).query(mapper::statusChange).list();
  }

  @Override
  public List<OrderView> list(ViewFilter filter, @Nullable Cursor after, int limit) {
    var sql = new ListSql(filter, after, limit);
    return jdbc.sql(sql.text()).params(sql.params()).query(mapper::view).list();
  }
}
