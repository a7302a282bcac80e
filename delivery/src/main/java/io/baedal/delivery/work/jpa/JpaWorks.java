package io.baedal.delivery.work.jpa;

import io.baedal.delivery.work.Work;
import io.baedal.delivery.work.Works;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import jakarta.persistence.criteria.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One kind of work in PostgreSQL. */
@Transactional(propagation = Propagation.MANDATORY)
public abstract class JpaWorks<W extends Work, S extends Enum<S>, R extends WorkRow<W>>
    implements Works<W, S> {

  private static final Sort OLDEST_FIRST = Sort.by("requestedAt", "orderId");

  private final WorkRows<R> rows;

  protected JpaWorks(WorkRows<R> rows) {
    this.rows = rows;
  }

  @Override
  public Optional<W> lock(UUID orderId) {
    return rows.lock(orderId).map(WorkRow::toWork);
  }

  @Override
  public Optional<W> lock(UUID orderId, Scope scope) {
    return rows.lock(orderId, scope).map(WorkRow::toWork);
  }

  @Override
  public void save(W work) {
    rows.findById(work.orderId()).orElseThrow().update(work);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<W> find(UUID orderId, Scope scope) {
    return rows.find(orderId, scope).<W>map(WorkRow::toWork).filter(Work::wasRequested);
  }

  @Override
  @Transactional(readOnly = true)
  public List<W> find(Filter<S> filter, @Nullable Cursor after, int limit) {
    Specification<R> requested = (row, query, criteria) -> criteria.isNotNull(row.get("storeId"));
    return rows
        .findBy(
            requested.and(inside(filter.scope())).and(matching(filter)).and(after(after)),
            found -> found.sortBy(OLDEST_FIRST).limit(limit).all())
        .stream()
        .<W>map(WorkRow::toWork)
        .toList();
  }

  @Override
  public List<UUID> next(UUID after, int limit) {
    return rows.next(after, Limit.of(limit));
  }

  @Override
  public List<W> lockChanged(UUID after, UUID last, Instant since) {
    return rows.lockChanged(after, last, since).stream().<W>map(WorkRow::toWork).toList();
  }

  /** The condition of {@link WorkRows#find} for a list. */
  protected abstract Specification<R> inside(Scope scope);

  private Specification<R> matching(Filter<S> filter) {
    return this.equal("orderId", filter.orderId())
        .and(equal("orderNumber", filter.orderNumber()))
        .and(equal("storeId", filter.storeId()))
        .and(anyOf("status", filter.statuses()))
        .and(changedSince(filter.changedSince()));
  }

  private Specification<R> equal(String attribute, @Nullable Object value) {
    return (row, query, criteria) ->
        value == null ? null : criteria.equal(row.get(attribute), value);
  }

  private Specification<R> anyOf(String attribute, Set<?> values) {
    return (row, query, criteria) -> values.isEmpty() ? null : row.get(attribute).in(values);
  }

  private Specification<R> changedSince(@Nullable Instant since) {
    return (row, query, criteria) ->
        since == null ? null : criteria.greaterThanOrEqualTo(row.get("changedAt"), since);
  }

  /** Later rows, and those of the same time with larger ids. */
  private Specification<R> after(@Nullable Cursor cursor) {
    return (row, query, criteria) -> {
      if (cursor == null) {
        return null;
      }
      Path<Instant> at = row.get("requestedAt");
      return criteria.and(
          criteria.greaterThanOrEqualTo(at, cursor.at()),
          criteria.or(
              criteria.greaterThan(at, cursor.at()),
              criteria.greaterThan(row.get("orderId"), cursor.id())));
    };
  }
}
