package io.baedal.delivery.courier.jpa;

import static java.time.ZoneOffset.UTC;

import io.baedal.delivery.courier.Deliveries;
import io.baedal.delivery.courier.Delivery;
import io.baedal.delivery.courier.Route;
import io.baedal.delivery.jpa.Conditions;
import io.baedal.web.page.Cursor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class JpaDeliveries implements Deliveries {

  // JPA has no insert that skips an existing row; a concurrent insert waits for the first
  private static final String ADD =
      """
      INSERT INTO deliveries
        (order_id, order_number, store_id, delivery_address, note, phone, status, started_at,
         cancelled_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;

  /** Must match the index deliveries_changed. */
  private static final List<String> CHANGED =
      List.of("startedAt", "pickedUpAt", "completedAt", "cancelledAt");

  private static final Sort OLDEST_FIRST = Sort.by("startedAt", "orderId");

  private final DeliveryRows rows;
  private final JdbcClient jdbc;

  JpaDeliveries(DeliveryRows rows, JdbcClient jdbc) {
    this.rows = rows;
    this.jdbc = jdbc;
  }

  @Override
  public boolean addIfAbsent(Delivery delivery) {
    Route route = delivery.route();
    return jdbc.sql(ADD)
            .param(delivery.orderId())
            .param(route == null ? null : route.orderNumber())
            .param(route == null ? null : route.storeId())
            .param(route == null ? null : route.deliveryAddress())
            .param(route == null ? null : route.note())
            .param(route == null ? null : route.phone())
            .param(delivery.status().name())
            .param(utc(delivery.startedAt()))
            .param(utc(delivery.cancelledAt()))
            .update()
        == 1;
  }

  @Override
  public Optional<Delivery> lock(UUID orderId) {
    return rows.lock(orderId).map(DeliveryRow::toDelivery);
  }

  @Override
  public void save(Delivery delivery) {
    rows.findById(delivery.orderId()).orElseThrow().update(delivery);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Delivery> find(UUID orderId) {
    return rows.findById(orderId).map(DeliveryRow::toDelivery).filter(Delivery::wasStarted);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Delivery> find(Filter filter, @Nullable Cursor after, int limit) {
    return rows
        .findBy(
            matching(filter).and(Conditions.behind(after, "startedAt")),
            found -> found.sortBy(OLDEST_FIRST).limit(limit).all())
        .stream()
        .map(DeliveryRow::toDelivery)
        .toList();
  }

  @Override
  public List<UUID> next(UUID after, int limit) {
    return rows.next(after, Limit.of(limit));
  }

  @Override
  public List<Delivery> lockChanged(UUID after, UUID last, Instant since) {
    return rows.lockChanged(after, last, since).stream().map(DeliveryRow::toDelivery).toList();
  }

  private static Specification<DeliveryRow> matching(Filter filter) {
    Specification<DeliveryRow> started =
        (row, query, criteria) -> criteria.isNotNull(row.get("storeId"));
    return started
        .and(Conditions.equal("orderId", filter.orderId()))
        .and(Conditions.equal("orderNumber", filter.orderNumber()))
        .and(Conditions.equal("storeId", filter.storeId()))
        .and(Conditions.anyOf("status", filter.statuses()))
        .and(Conditions.changedSince(CHANGED, filter.changedSince()));
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(UTC);
  }
}
