package io.baedal.messaging.test;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the transactions that wait for a lock in the database of a test. */
public final class LockWaits {

  /** The number of transactions that wait for a row or a key of an uncommitted transaction. */
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
