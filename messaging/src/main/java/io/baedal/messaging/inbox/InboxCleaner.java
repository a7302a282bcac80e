package io.baedal.messaging.inbox;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets events that no broker holds any more. */
public class InboxCleaner {

  private final JdbcClient jdbc;
  private final Duration retention;

  /**
   * @param retention must be longer than the brokers keep messages
   */
  public InboxCleaner(JdbcClient jdbc, Duration retention) {
    this.jdbc = jdbc;
    this.retention = retention;
  }

  /** Removes one bounded batch; the next call removes more. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  public void clean() {
    jdbc.sql(
            """
            DELETE FROM inbox WHERE event_id IN (
              SELECT event_id FROM inbox
              WHERE received_at < now() - make_interval(secs => ?) LIMIT 10000)
            """)
        .param(retention.toSeconds())
        .update();
  }
}
