package io.baedal.order.ordering.jpa;

import io.baedal.order.ordering.Order;
import io.baedal.order.ordering.OrderContent;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.OrderQuery;
import io.baedal.order.ordering.Orders;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JpaOrders implements Orders {

  private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "placedAt", "id");

  /** JPA has no ON CONFLICT, which concurrent repeats need. */
  private static final String INSERT =
      """
      WITH placed AS (
        INSERT INTO orders (id, client_reference, customer_id, store_id, items, amount, currency,
          delivery_address, payment_method, note, phone, placed_at, status)
        VALUES (:id, :clientReference, :customerId, :storeId, :items::jsonb, :amount, :currency,
          :deliveryAddress, :paymentMethod, :note, :phone, :placedAt, :status)
        ON CONFLICT (customer_id, client_reference) WHERE client_reference IS NOT NULL DO NOTHING
        RETURNING id, number
      ), waiting AS (
        INSERT INTO waiting_orders (order_id) SELECT id FROM placed
      )
      SELECT number FROM placed
      """;

  private final OrderRows rows;
  private final JdbcClient jdbc;

  JpaOrders(OrderRows rows, JdbcClient jdbc) {
    this.rows = rows;
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Order> add(Order order) {
    OrderContent content = order.content();
    return jdbc.sql(INSERT)
        .param("id", order.id().value())
        .param("clientReference", content.clientReference())
        .param("customerId", content.customerId())
        .param("storeId", content.storeId())
        .param("items", ItemsJson.write(content.items()))
        .param("amount", content.total().amount())
        .param("currency", content.currency().getCurrencyCode())
        .param("deliveryAddress", content.deliveryAddress())
        .param("paymentMethod", content.paymentMethod())
        .param("note", content.note())
        .param("phone", content.phone())
        .param("placedAt", order.placedAt().atOffset(ZoneOffset.UTC))
        .param("status", order.status().name())
        .query(Long.class)
        .optional()
        .map(order::numbered);
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return rows.findById(id.value()).map(OrderRow::toOrder);
  }

  @Override
  public Optional<Order> findByReference(String customerId, String clientReference) {
    return rows.findByCustomerIdAndClientReference(customerId, clientReference)
        .map(OrderRow::toOrder);
  }

  @Override
  public Optional<Order> lock(OrderId id) {
    return rows.lock(id.value()).map(OrderRow::toOrder);
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
    rows.findById(order.id().value()).orElseThrow().take(order);
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
  public Optional<OrderId> numbered(long number) {
    return rows.numbered(number).map(OrderId::new);
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
