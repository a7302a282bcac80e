package io.baedal.messaging.inbox;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets events that no broker holds any more. */
public class InboxCleaner {

  private static final int BATCH = 5_000;

  private final JdbcClient jdbc;
  private final Duration retention;

  /**
   * @param retention must be longer than the brokers keep messages
   */
  public InboxCleaner(JdbcClient jdbc, Duration retention) {
    this.jdbc = jdbc;
    this.retention = retention;
  }

  /** Removes all that is old enough, in statements of bounded size. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  public void clean() {
    while (cleanBatch() == BATCH) {
      // the next one
    }
  }

  private int cleanBatch() {
    return jdbc.sql(
            """
            DELETE FROM inbox WHERE event_id IN (
              SELECT event_id FROM inbox
              WHERE received_at < now() - make_interval(secs => ?) LIMIT ?)
            """)
        .params(retention.toSeconds(), BATCH)
        .update();
  }
}
