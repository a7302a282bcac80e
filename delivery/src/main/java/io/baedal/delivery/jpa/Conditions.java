package io.baedal.delivery.jpa;

import io.baedal.web.page.Cursor;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * Conditions on rows that have an {@code orderId}. A condition without a value matches all rows.
 */
public final class Conditions {

  public static <R> Specification<R> equal(String attribute, @Nullable Object value) {
    return (row, query, criteria) ->
        value == null ? null : criteria.equal(row.get(attribute), value);
  }

  /** Empty {@code values} match all rows. */
  public static <R> Specification<R> anyOf(String attribute, Set<?> values) {
    return (row, query, criteria) -> values.isEmpty() ? null : row.get(attribute).in(values);
  }

  /**
   * The latest of {@code times} is {@code since} or later.
   *
   * @param times attributes, in the order of the index
   */
  public static <R> Specification<R> changedSince(List<String> times, @Nullable Instant since) {
    return (row, query, criteria) -> {
      if (since == null) {
        return null;
      }
      Expression<?>[] each = times.stream().map(row::get).toArray(Expression<?>[]::new);
      return criteria.greaterThanOrEqualTo(
          criteria.function("greatest", Instant.class, each), since);
    };
  }

  /** After the cursor in a list sorted by {@code time} and order, oldest first. */
  public static <R> Specification<R> behind(@Nullable Cursor cursor, String time) {
    return (row, query, criteria) -> {
      if (cursor == null) {
        return null;
      }
      Path<Instant> at = row.get(time);
      return criteria.and(
          criteria.greaterThanOrEqualTo(at, cursor.at()),
          criteria.or(
              criteria.greaterThan(at, cursor.at()),
              criteria.greaterThan(row.get("orderId"), cursor.id())));
    };
  }

  private Conditions() {}
}
