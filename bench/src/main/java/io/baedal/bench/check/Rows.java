package io.baedal.bench.check;

import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database of one service, read with the role of that service. Not thread-safe. */
final class Rows implements AutoCloseable {

  private final Connection connection;

  Rows(LocalSystem system, Part service) {
    var login = system.credentials(service);
    try {
      connection =
          DriverManager.getConnection(system.jdbcUrl(service), login.username(), login.password());
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the database of " + service, e);
    }
  }

  /** Reads one row. */
  interface Reader {
    void read(Row row) throws SQLException;
  }

  /** One row, its columns counted from 1. */
  record Row(ResultSet result) {
    String text(int column) throws SQLException {
      return result.getString(column);
    }

    @Nullable String optional(int column) throws SQLException {
      return result.getString(column);
    }

    int number(int column) throws SQLException {
      return result.getInt(column);
    }

    long amount(int column) throws SQLException {
      return result.getLong(column);
    }
  }

  void each(String sql, Reader reader) {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var row = new Row(result);
      while (result.next()) {
        reader.read(row);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException nothingToLose) {
      // only read from
    }
  }
}
