package io.baedal.payment.charge.jdbc;

import static java.time.ZoneOffset.UTC;

import io.baedal.payment.charge.PaymentStates;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL instead of entities: many rows, few columns, read-only. */
@Component
class JdbcPaymentStates implements PaymentStates {

  private static final String STATES =
      """
      SELECT order_id, status, approved_amount, refunded_amount, changed_at
      FROM payments WHERE order_id = ANY (?::uuid[])
      """;

  static final String CHANGES =
      """
      SELECT order_id, changed_at FROM payments
      WHERE (changed_at, order_id) > (?, ?) AND changed_at < ?
      ORDER BY changed_at, order_id LIMIT ?
      """;

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
