package io.baedal.messaging.database;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Checks whether the database is available, if a failure does not show it. */
public final class DatabaseProbe {

  private static final int PATIENCE_SECONDS = 5;

  private final DataSource database;

  public DatabaseProbe(DataSource database) {
    this.database = database;
  }

  /** Whether the database does not answer now, or accepts no changes (a standby, or read-only). */
  public boolean isAway() {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.setQueryTimeout(PATIENCE_SECONDS);
      try (var answer = statement.executeQuery("SHOW transaction_read_only")) {
        return !answer.next() || !"off".equals(answer.getString(1));
      }
    } catch (SQLException e) {
      return true;
    }
  }
}
