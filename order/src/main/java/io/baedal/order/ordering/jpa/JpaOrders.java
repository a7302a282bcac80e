package io.baedal.order.ordering.jpa;

import io.baedal.order.ordering.Order;
import io.baedal.order.ordering.OrderContent;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.OrderQuery;
import io.baedal.order.ordering.Orders;
import io.baedal.web.access.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Repository;

@Repository
class JpaOrders implements Orders {

  private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "placedAt", "id");

  private final OrderRows rows;

  JpaOrders(OrderRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Order> add(Order order) {
    OrderContent content = order.content();
    return rows.add(
            order.id().value(),
            OrderRow.CONTENT.write(content),
            content.total().amount(),
            order.placedAt(),
            order.status().name())
        .map(order::numbered);
  }

  @Override
  public Optional<Order> find(OrderId id, Scope scope) {
    return rows.find(id.value(), scope).map(OrderRow::toOrder);
  }

  @Override
  public Optional<Order> findByReference(String customerId, String clientReference) {
    return rows.findByCustomerIdAndClientReference(customerId, clientReference)
        .map(OrderRow::toOrder);
  }

  @Override
  public Optional<Order> lock(OrderId id, Scope scope) {
    return rows.lock(id.value(), scope).map(OrderRow::toOrder);
  }

  @Override
  public List<Order> lock(Set<OrderId> ids) {
    return rows.lock(ids.stream().map(OrderId::value).toArray(UUID[]::new)).stream()
        .map(OrderRow::toOrder)
        .toList();
  }

  @Override
  public void update(Order order) {
    // the locked row is still in the persistence context, which writes it when it is flushed
    rows.findById(order.id().value()).orElseThrow().update(order);
  }

  @Override
  public List<Order> list(OrderQuery query, int limit) {
    return rows
        .findBy(OrderFilter.of(query), found -> found.sortBy(NEWEST_FIRST).limit(limit).all())
        .stream()
        .map(OrderRow::toOrder)
        .toList();
  }

  @Override
  public Optional<OrderId> numbered(long number, Scope scope) {
    return rows.numbered(number, scope).map(OrderId::new);
  }

  @Override
  public List<OrderId> next(OrderId after, int limit) {
    return rows.next(after.value(), Limit.of(limit)).stream().map(OrderId::new).toList();
  }

  @Override
  public List<Order> lockChanged(OrderId after, OrderId last, Instant since) {
    return rows.lockChanged(after.value(), last.value(), since).stream()
        .map(OrderRow::toOrder)
        .toList();
  }
}
