package io.baedal.messaging.inbox;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets events that no broker holds any more. */
public class InboxCleaner {

  static final int BATCH = 5_000;

  private static final int MOST_BATCHES = 20;

  private final JdbcClient jdbc;
  private final Duration retention;

  /**
   * @param retention must be longer than the brokers keep messages
   */
  public InboxCleaner(JdbcClient jdbc, Duration retention) {
    this.jdbc = jdbc;
    this.retention = retention;
  }

  /**
   * Removes what is old enough, bounded in each statement and in all; the next call removes more.
   */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  public void clean() {
    int batches = 1;
    while (cleanBatch() == BATCH && batches < MOST_BATCHES) {
      batches++;
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
