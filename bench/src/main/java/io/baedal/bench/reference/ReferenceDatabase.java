package io.baedal.bench.reference;

import io.baedal.bench.connection.Database;
import io.baedal.local.common.Credentials;
import io.baedal.local.launcher.LocalSystem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** A database only for a reference, in the PostgreSQL of the system. */
record ReferenceDatabase(String url, Credentials login) {

  private static final String NAME = "reference";

  /** Creates it, empty. */
  static ReferenceDatabase fresh(LocalSystem system) {
    var login = new Credentials(NAME, UUID.randomUUID().toString());
    try (var postgres = new Database(system, "postgres")) {
      postgres.execute("DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
      postgres.execute("DROP ROLE IF EXISTS " + NAME);
      postgres.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + login.password() + "'");
      postgres.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
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
