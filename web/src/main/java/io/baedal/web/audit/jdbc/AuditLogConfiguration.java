package io.baedal.web.audit.jdbc;

import io.baedal.messaging.outbox.Outbox;
import io.baedal.messaging.retention.Retention;
import io.baedal.web.audit.AuditLog;
import io.baedal.web.audit.AuditProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit log of a service, and the removal of its oldest entries. */
@Configuration(proxyBeanMethods = false)
public class AuditLogConfiguration {

  @Bean
  AuditLog auditLog(
      Environment environment,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Outbox outbox) {
    return new JdbcAuditLog(
        environment.getRequiredProperty("spring.application.name"),
        jdbc,
        new TransactionTemplate(transactions),
        outbox);
  }

  /**
   * Removes entries from the oldest on, without a gap, although their times are not in sequence.
   * The newest entry is kept, since the next one continues its sequence. A replica waits for
   * another one, since rows that it skipped could remain.
   */
  @Bean
  Retention auditRetention(AuditProperties properties) {
    return new Retention(
        "audit entries",
        properties.retention(),
        """
        DELETE FROM audit_entries WHERE sequence IN (
          SELECT sequence
          FROM (
            SELECT sequence, bool_and(at < :before) OVER (ORDER BY sequence) AS expired
            FROM (SELECT sequence, at FROM audit_entries ORDER BY sequence LIMIT :most) AS oldest
          ) AS first
          WHERE expired AND sequence < (SELECT max(sequence) FROM audit_entries))
        """);
  }
}
