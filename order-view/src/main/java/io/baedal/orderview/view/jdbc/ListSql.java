package io.baedal.orderview.view.jdbc;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.orderview.view.ViewFilter;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statement that reads a page of a list, and its parameters. */
final class ListSql {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> params = new HashMap<>();

  ListSql(ViewFilter filter, @Nullable Cursor after, int limit) {
    whereInside(filter.scope());
    where("customer_id = :customerId", "customerId", filter.customerId());
    where("store_id = :storeId", "storeId", filter.storeId());
    whereStatus(filter.statuses());
    where(
        "listed_at >= :placedFrom AND placed_at IS NOT NULL",
        "placedFrom",
        utc(filter.placedFrom()));
    where("listed_at < :placedTo", "placedTo", utc(filter.placedTo()));
    where("projected_at >= :changedSince", "changedSince", utc(filter.changedSince()));
    where("number = :number", "number", filter.number());
    where("client_reference = :clientReference", "clientReference", filter.clientReference());
    if (after != null) {
      where("(listed_at, order_id) < (:afterAt, :afterId)", "afterAt", utc(after.at()));
      params.put("afterId", after.id());
    }
    params.put("limit", limit);
  }

  String text() {
    return Sql.SELECT
        + (conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions))
        + " ORDER BY listed_at DESC, order_id DESC LIMIT :limit";
  }

  Map<String, Object> params() {
    return params;
  }

  /** The condition of {@link Sql#INSIDE}, in a form for which PostgreSQL finds the index. */
  private void whereInside(Scope scope) {
    if (scope.all()) {
      return;
    }
    List<String> own = new ArrayList<>();
    own.add("FALSE");
    if (scope.customerId() != null) {
      own.add("customer_id = :ownCustomer");
      params.put("ownCustomer", scope.customerId());
    }
    if (scope.storeId() != null) {
      own.add("store_id = :ownStore");
      params.put("ownStore", scope.storeId());
    }
    conditions.add("(" + String.join(" OR ", own) + ")");
  }

  /** Adds a condition on {@code outcome}, which has an index. */
  private void whereStatus(Set<OrderStatus> statuses) {
    if (statuses.isEmpty()) {
      return;
    }
    String[] names = statuses.stream().map(OrderStatus::name).toArray(String[]::new);
    where("status = ANY (CAST(:statuses AS text[]))", "statuses", names);
    if (statuses.stream().allMatch(OrderStatus::ended)) {
      conditions.add("outcome = ANY (CAST(:statuses AS text[]))");
    } else if (statuses.stream().noneMatch(OrderStatus::ended)) {
      conditions.add("outcome IS NULL");
    }
  }

  private void where(String condition, String param, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      params.put(param, value);
    }
  }

  private static @Nullable Object utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
