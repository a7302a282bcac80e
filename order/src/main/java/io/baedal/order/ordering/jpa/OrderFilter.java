package io.baedal.order.ordering.jpa;

import io.baedal.order.ordering.OrderQuery;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/** The WHERE condition of a list of orders. */
final class OrderFilter {

  private static final String PLACED_AT = "placedAt";

  static Specification<OrderRow> of(OrderQuery query) {
    return Specification.allOf(
        inside(query.scope()),
        equal("customerId", query.customerId()),
        equal("storeId", query.storeId()),
        equal("number", query.number()),
        equal("clientReference", query.clientReference()),
        anyOf("status", query.statuses()),
        placedFrom(query.placedFrom()),
        placedBefore(query.placedTo()),
        changedSince(query.changedSince()),
        after(query.after()));
  }

  /** Orders inside {@code scope}; none if it has neither a customer nor a store. */
  private static Specification<OrderRow> inside(Scope scope) {
    return (row, query, criteria) -> {
      if (scope.all()) {
        return null;
      }
      Stream<Predicate> own =
          Stream.of(equal("customerId", scope.customerId()), equal("storeId", scope.storeId()))
              .map(condition -> condition.toPredicate(row, query, criteria))
              .filter(Objects::nonNull);
      return criteria.or(own.toArray(Predicate[]::new));
    };
  }

  private static Specification<OrderRow> equal(String column, @Nullable Object value) {
    return (row, query, criteria) -> value == null ? null : criteria.equal(row.get(column), value);
  }

  private static Specification<OrderRow> anyOf(String column, Set<?> values) {
    return (row, query, criteria) -> values.isEmpty() ? null : row.get(column).in(values);
  }

  private static Specification<OrderRow> placedFrom(@Nullable Instant from) {
    return (row, query, criteria) ->
        from == null ? null : criteria.greaterThanOrEqualTo(row.get(PLACED_AT), from);
  }

  private static Specification<OrderRow> placedBefore(@Nullable Instant to) {
    return (row, query, criteria) -> to == null ? null : criteria.lessThan(row.get(PLACED_AT), to);
  }

  private static Specification<OrderRow> changedSince(@Nullable Instant since) {
    return (row, query, criteria) ->
        since == null ? null : criteria.greaterThanOrEqualTo(row.get("changedAt"), since);
  }

  /** Older orders, and those of the same time with smaller ids. */
  private static Specification<OrderRow> after(@Nullable Cursor cursor) {
    return (row, query, criteria) -> {
      if (cursor == null) {
        return null;
      }
      Path<Instant> placedAt = row.get(PLACED_AT);
      return criteria.and(
          criteria.lessThanOrEqualTo(placedAt, cursor.at()),
          criteria.or(
              criteria.lessThan(placedAt, cursor.at()),
              criteria.lessThan(row.get("id"), cursor.id())));
    };
  }

  private OrderFilter() {}
}
