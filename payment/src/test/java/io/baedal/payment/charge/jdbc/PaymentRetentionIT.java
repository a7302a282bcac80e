package io.baedal.payment.charge.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.retention.Cleaner;
import io.baedal.payment.OnRealDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnRealDatabase
class PaymentRetentionIT {

  @Autowired private Cleaner cleaner;
  @Autowired private JdbcClient jdbc;

  @Test
  void removesDecidedPaymentsAMonthLaterThanOrders() {
    UUID declined = payment("DECLINED", "431 days");
    UUID endedLate = payment("DECLINED", "429 days");
    UUID undecided = payment("REQUESTED", "431 days");

    cleaner.clean();

    assertThat(exists(declined)).isFalse();
    assertThat(exists(endedLate)).isTrue();
    assertThat(exists(undecided)).isTrue();
  }

  private UUID payment(String status, String ago) {
    UUID order = UUID.randomUUID();
    jdbc.sql(
            """
            INSERT INTO payments (id, order_id, amount, currency, payment_method, status,
              decline_reason, requested_at, ended_at)
            SELECT gen_random_uuid(), ?, 18000, 'KRW', 'card', status,
              CASE status WHEN 'DECLINED' THEN 'no money' END, at - interval '1 day',
              CASE status WHEN 'DECLINED' THEN at END
            FROM (SELECT ? AS status, now() - ?::interval AS at) AS new
            """)
        .params(order, status, ago)
        .update();
    return order;
  }

  private boolean exists(UUID order) {
    return jdbc.sql("SELECT count(*) FROM payments WHERE order_id = ?")
            .param(order)
            .query(Integer.class)
            .single()
        > 0;
  }
}
