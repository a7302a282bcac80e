package io.baedal.payment.charge.jdbc;

import io.baedal.messaging.retention.Retention;
import io.baedal.messaging.retention.RetentionProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The retention of payments. Undecided payments are kept. */
@Configuration(proxyBeanMethods = false)
class PaymentRetention {

  @Bean
  Retention decidedPayments(RetentionProperties properties) {
    return new Retention(
        "payments",
        properties.effects(),
        """
        DELETE FROM payments WHERE id IN (
          SELECT id FROM payments
          WHERE changed_at < :before
            AND status IN ('APPROVED', 'DECLINED', 'CANCELLED')
          ORDER BY changed_at
          LIMIT :most FOR UPDATE SKIP LOCKED)
        """);
  }
}
