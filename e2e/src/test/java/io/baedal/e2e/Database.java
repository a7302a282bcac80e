package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.common.Part;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Reads the database of a service, or changes it without the service. */
record Database(Part service) {

  void execute(String sql) {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The only value that {@code sql} selects, as text. */
  String value(String sql) {
    try (Connection connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect() throws SQLException {
    var login = RunningSystem.get().credentials(service);
    return DriverManager.getConnection(
        RunningSystem.get().jdbcUrl(service), login.username(), login.password());
  }
}
