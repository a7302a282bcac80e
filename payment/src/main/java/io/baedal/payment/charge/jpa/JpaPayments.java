package io.baedal.payment.charge.jpa;

import io.baedal.payment.charge.Payment;
import io.baedal.payment.charge.PaymentTerms;
import io.baedal.payment.charge.Payments;
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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class JpaPayments implements Payments {

  private static final Sort NEWEST_FIRST = Sort.by("requestedAt", "id").descending();

  private final PaymentRows rows;

  JpaPayments(PaymentRows rows) {
    this.rows = rows;
  }

  @Override
  public Payment addIfAbsent(Payment payment) {
    return added(payment)
        ? payment
        : rows.findByOrderId(payment.orderId()).map(PaymentRow::toPayment).orElseThrow();
  }

  @Override
  public Payment addIfAbsentAndLock(Payment payment) {
    Optional<Payment> present = lock(payment.orderId());
    if (present.isPresent()) {
      return present.get();
    }
    return added(payment) ? payment : lock(payment.orderId()).orElseThrow();
  }

  @Override
  public Optional<Payment> lock(UUID orderId) {
    return rows.lock(orderId).map(PaymentRow::toPayment);
  }

  @Override
  public void save(Payment payment) {
    rows.findById(payment.id()).orElseThrow().update(payment);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Payment> find(UUID id, Scope scope) {
    return rows.find(id, scope)
        .map(PaymentRow::toPayment)
        .filter(found -> found.currency() != null);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Payment> find(Filter filter, @Nullable Cursor after, int limit) {
    return rows
        .findBy(
            matching(filter).and(after(after)),
            found -> found.sortBy(NEWEST_FIRST).limit(limit).all())
        .stream()
        .map(PaymentRow::toPayment)
        .toList();
  }

  @Override
  public List<UUID> next(UUID after, int limit) {
    return rows.next(after, Limit.of(limit));
  }

  @Override
  public List<Payment> lockChanged(UUID after, UUID last, Instant since) {
    return rows.lockChanged(after, last, since).stream().map(PaymentRow::toPayment).toList();
  }

  private boolean added(Payment payment) {
    @Nullable PaymentTerms terms = payment.terms();
    return rows.add(
            payment.id(),
            payment.orderId(),
            terms == null ? null : terms.price().amount(),
            payment.currency(),
            terms == null ? null : terms.method(),
            terms == null ? null : terms.customerId(),
            payment.status(),
            payment.requestedAt())
        == 1;
  }

  private static Specification<PaymentRow> matching(Filter filter) {
    Specification<PaymentRow> matching =
        (row, query, criteria) -> criteria.isNotNull(row.get("currency"));
    return matching
        .and(inside(filter.scope()))
        .and(equal("orderId", filter.orderId()))
        .and(anyOf("status", filter.statuses()))
        .and(changedSince(filter.changedSince()));
  }

  private static Specification<PaymentRow> inside(Scope scope) {
    return (row, query, criteria) ->
        scope.all()
            ? null
            : scope.customerId() == null
                ? criteria.disjunction()
                : criteria.equal(row.get("customerId"), scope.customerId());
  }

  /** Older rows, and those of the same time with smaller ids. */
  private static Specification<PaymentRow> after(@Nullable Cursor cursor) {
    return (row, query, criteria) -> {
      if (cursor == null) {
        return null;
      }
      Path<Instant> at = row.get("requestedAt");
      return criteria.and(
          criteria.lessThanOrEqualTo(at, cursor.at()),
          criteria.or(
              criteria.lessThan(at, cursor.at()), criteria.lessThan(row.get("id"), cursor.id())));
    };
  }

  private static Specification<PaymentRow> anyOf(String attribute, Set<?> values) {
    return (row, query, criteria) -> values.isEmpty() ? null : row.get(attribute).in(values);
  }

  private static Specification<PaymentRow> changedSince(@Nullable Instant since) {
    return (row, query, criteria) ->
        since == null ? null : criteria.greaterThanOrEqualTo(row.get("changedAt"), since);
  }

  private static Specification<PaymentRow> equal(String attribute, @Nullable Object value) {
    return (row, query, criteria) ->
        value == null ? null : criteria.equal(row.get(attribute), value);
  }
}
