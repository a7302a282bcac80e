package io.baedal.messaging.retention;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Removes expired rows once a minute. The number of rows of a statement and of statements of a run
 * is limited, so that requests do not wait; the next run continues.
 */
public class Cleaner {

  private static final int ROWS = 1_000;
  private static final int STATEMENTS = 20;
  private static final Logger log = LoggerFactory.getLogger(Cleaner.class);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final List<Retention> retentions;

  public Cleaner(JdbcClient jdbc, Clock clock, List<Retention> retentions) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.retentions = List.copyOf(retentions);
  }

  /** Removes expired rows of each {@link Retention}, up to the limit of one run. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  public void clean() {
    retentions.forEach(this::clean);
  }

  private void clean(Retention retention) {
    try {
      int statements = 1;
      while (remove(retention) == ROWS && statements < STATEMENTS) {
        statements++;
      }
    } catch (DataAccessException e) {
      log.warn("{} were not removed: {}", retention.rows(), e.getMessage());
    }
  }

  private int remove(Retention retention) {
    return jdbc.sql(retention.removal())
        .param("before", clock.instant().minus(retention.age()).atOffset(ZoneOffset.UTC))
        .param("most", ROWS)
        .update();
  }
}
