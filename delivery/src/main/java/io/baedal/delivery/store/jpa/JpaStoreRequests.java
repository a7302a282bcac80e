package io.baedal.delivery.store.jpa;

import static java.time.ZoneOffset.UTC;

import io.baedal.delivery.jpa.Conditions;
import io.baedal.delivery.store.StoreOrder;
import io.baedal.delivery.store.StoreRequest;
import io.baedal.delivery.store.StoreRequests;
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
class JpaStoreRequests implements StoreRequests {

  // JPA has no insert that skips an existing row; a concurrent insert waits for the first
  private static final String ADD =
      """
      INSERT INTO store_requests
        (order_id, order_number, store_id, items, delivery_address, note, status, requested_at,
         cancelled_at)
      VALUES (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;

  /** Must match the index store_requests_changed. */
  private static final List<String> CHANGED = List.of("requestedAt", "answeredAt", "cancelledAt");

  private static final Sort OLDEST_FIRST = Sort.by("requestedAt", "orderId");

  private final StoreRequestRows rows;
  private final JdbcClient jdbc;

  JpaStoreRequests(StoreRequestRows rows, JdbcClient jdbc) {
    this.rows = rows;
    this.jdbc = jdbc;
  }

  @Override
  public boolean addIfAbsent(StoreRequest request) {
    StoreOrder order = request.order();
    return jdbc.sql(ADD)
            .param(request.orderId())
            .param(order == null ? null : order.number())
            .param(order == null ? null : order.storeId())
            .param(order == null ? null : ItemsJson.write(order.items()))
            .param(order == null ? null : order.deliveryAddress())
            .param(order == null ? null : order.note())
            .param(request.status().name())
            .param(utc(request.requestedAt()))
            .param(utc(request.cancelledAt()))
            .update()
        == 1;
  }

  @Override
  public Optional<StoreRequest> lock(UUID orderId) {
    return rows.lock(orderId).map(StoreRequestRow::toStoreRequest);
  }

  @Override
  public void save(StoreRequest request) {
    rows.findById(request.orderId()).orElseThrow().update(request);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<StoreRequest> find(UUID orderId) {
    return rows.findById(orderId)
        .map(StoreRequestRow::toStoreRequest)
        .filter(StoreRequest::wasRequested);
  }

  @Override
  @Transactional(readOnly = true)
  public List<StoreRequest> find(Filter filter, @Nullable Cursor after, int limit) {
    return rows
        .findBy(
            matching(filter).and(Conditions.behind(after, "requestedAt")),
            found -> found.sortBy(OLDEST_FIRST).limit(limit).all())
        .stream()
        .map(StoreRequestRow::toStoreRequest)
        .toList();
  }

  @Override
  public List<UUID> next(UUID after, int limit) {
    return rows.next(after, Limit.of(limit));
  }

  @Override
  public List<StoreRequest> lockChanged(UUID after, UUID last, Instant since) {
    return rows.lockChanged(after, last, since).stream()
        .map(StoreRequestRow::toStoreRequest)
        .toList();
  }

  private static Specification<StoreRequestRow> matching(Filter filter) {
    Specification<StoreRequestRow> requested =
        (row, query, criteria) -> criteria.isNotNull(row.get("storeId"));
    return requested
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
