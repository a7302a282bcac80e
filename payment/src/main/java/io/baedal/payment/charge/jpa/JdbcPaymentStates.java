package io.baedal.payment.charge.jpa;

import static java.time.ZoneOffset.UTC;

import io.baedal.payment.charge.PaymentStates;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plain SQL instead of entities: many rows, few columns, read only. */
@Component
class JdbcPaymentStates implements PaymentStates {

  /** Same expression as the index payments_changed. */
  private static final String CHANGED_AT =
      "greatest(requested_at, approved_at, refunded_at, ended_at)";

  private static final String STATES =
      """
      SELECT order_id, status, approved_amount, refunded_amount, %s AS changed_at
      FROM payments WHERE order_id = ANY (?::uuid[])
      """
          .formatted(CHANGED_AT);

  static final String CHANGES =
      """
      SELECT order_id, %1$s AS changed_at FROM payments
      WHERE (%1$s, order_id) > (?, ?) AND %1$s < ?
      ORDER BY %1$s, order_id LIMIT ?
      """
          .formatted(CHANGED_AT);

  private final JdbcClient jdbc;

  JdbcPaymentStates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<State> of(Collection<UUID> orderIds) {
    String[] ids = orderIds.stream().map(UUID::toString).toArray(String[]::new);
    return jdbc.sql(STATES).param(ids).query(State.class).list();
  }

  @Override
  public List<Change> changes(Span span, int limit) {
    return jdbc.sql(CHANGES)
        .param(span.from().atOffset(UTC))
        .param(span.after())
        .param(span.to().atOffset(UTC))
        .param(limit)
        .query(Change.class)
        .list();
  }
}
