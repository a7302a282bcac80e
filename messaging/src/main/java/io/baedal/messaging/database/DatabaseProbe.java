package io.baedal.messaging.database;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Checks whether the database is available, for failures that do not show it. */
public final class DatabaseProbe {

  private static final int TIMEOUT_SECONDS = 5;

  private final DataSource database;

  public DatabaseProbe(DataSource database) {
    this.database = database;
  }

  /** Whether the database does not respond or accepts no changes (a standby, or read-only). */
  public boolean isUnavailable() {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.setQueryTimeout(TIMEOUT_SECONDS);
      try (var answer = statement.executeQuery("SHOW transaction_read_only")) {
        return !answer.next() || !"off".equals(answer.getString(1));
      }
    } catch (SQLException e) {
      return true;
    }
  }
}
