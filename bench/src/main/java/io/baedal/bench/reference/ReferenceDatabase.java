package io.baedal.bench.reference;

import io.baedal.local.common.Credentials;
import io.baedal.local.launcher.LocalSystem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/** A database only for a reference, in the PostgreSQL of the system. */
record ReferenceDatabase(String url, Credentials login) {

  private static final String NAME = "reference";

  /** Creates it, empty. */
  static ReferenceDatabase fresh(LocalSystem system) throws SQLException {
    var login = new Credentials(NAME, UUID.randomUUID().toString());
    Credentials administrator = system.administrator();
    try (Connection connection =
            DriverManager.getConnection(
                system.jdbcUrl("postgres"), administrator.username(), administrator.password());
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
      statement.execute("DROP ROLE IF EXISTS " + NAME);
      statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + login.password() + "'");
      statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
    }
    return new ReferenceDatabase(system.jdbcUrl(NAME), login);
  }

  /** Its environment variables for Spring Boot. */
  Map<String, String> environment() {
    return Map.of(
        "SPRING_DATASOURCE_URL", url,
        "SPRING_DATASOURCE_USERNAME", login.username(),
        "SPRING_DATASOURCE_PASSWORD", login.password());
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, login.username(), login.password());
  }
}
