package io.baedal.messaging.test;

import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that is migrated to one version after another, to test the migration of rows. */
public final class Upgrade {

  private final DriverManagerDataSource database =
      new DriverManagerDataSource(TestPostgres.newDatabase(), "postgres", "postgres");

  /** Runs the migrations of the service up to this version; {@code latest} for all. */
  public void to(String version) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration")
        .target(version)
        .load()
        .migrate();
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(database);
  }
}
