package io.baedal.messaging.database;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Asks the database whether it is there, when a failure cannot tell. */
public final class DatabaseProbe {

  private static final int PATIENCE_SECONDS = 5;

  private final DataSource database;

  public DatabaseProbe(DataSource database) {
    this.database = database;
  }

  /** Whether it does not answer now, or takes no changes (a standby, or set to read-only). */
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
