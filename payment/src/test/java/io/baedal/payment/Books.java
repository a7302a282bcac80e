package io.baedal.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.payment.provider.IdempotencyKey;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the database: the payment, the charges of the provider, the events. */
public class Books {

  private final JdbcClient jdbc;

  Books(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A payment's status and money. */
  public record Row(String status, long approvedAmount, long refundedAmount) {}

  public Row payment(UUID orderId) {
    return jdbc.sql(
            "SELECT status, approved_amount, refunded_amount FROM payments WHERE order_id = ?")
        .param(orderId)
        .query(Row.class)
        .single();
  }

  /** The money of the order that the provider has charged and not refunded. */
  public long held(UUID orderId) {
    return jdbc.sql(
            """
            SELECT coalesce(sum(amount), 0) FROM simulated_provider_charges
            WHERE key = ? AND state = 'CHARGED'
            """)
        .param(IdempotencyKey.ofOrder(orderId).value())
        .query(Long.class)
        .single();
  }

  /** The last part of each event's type, in order. */
  public List<String> events(UUID orderId) {
    return jdbc.sql(
            """
            SELECT split_part(type, '.', 4) FROM outbox WHERE order_id = ? ORDER BY id
            """)
        .param(orderId)
        .query(String.class)
        .list();
  }

  /**
   * Asserts that the order's money is completely refunded, and that each event was published once.
   */
  public void assertUndone(UUID orderId) {
    Row row = payment(orderId);
    assertThat(row.status()).isEqualTo("CANCELLED");
    assertThat(row.approvedAmount() - row.refundedAmount()).isZero();
    assertThat(held(orderId)).as("held by the provider").isZero();
    assertThat(events(orderId)).doesNotHaveDuplicates();
  }
}
