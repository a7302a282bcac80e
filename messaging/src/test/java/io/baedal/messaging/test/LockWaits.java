package io.baedal.messaging.test;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Who waits for whom in the database of a test; so a test knows that a second has met a first. */
public final class LockWaits {

  /** How many transactions wait for a row, or a key, that another has not committed. */
  public static long count(JdbcClient jdbc) {
    return jdbc.sql(
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock'
            """)
        .query(Long.class)
        .single();
  }

  private LockWaits() {}
}
