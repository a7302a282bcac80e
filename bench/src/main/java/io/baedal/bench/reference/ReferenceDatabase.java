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

  /** Creates it, empty. */
  static ReferenceDatabase create(LocalSystem system, String reference) {
    String name = "reference_" + reference;
    var login = new Credentials(name, UUID.randomUUID().toString());
    try (var postgres = new Database(system, "postgres")) {
      postgres.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + login.password() + "'");
      postgres.execute("CREATE DATABASE " + name + " OWNER " + name);
    }
    return new ReferenceDatabase(system.jdbcUrl(name), login);
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
