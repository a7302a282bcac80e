package io.baedal.messaging.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.test.TestPostgres;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseProbeIT {

  private final String url = TestPostgres.newDatabase();

  @Test
  void aDatabaseThatAcceptsChangesIsAvailable() {
    assertThat(new DatabaseProbe(at(url)).isUnavailable()).isFalse();
  }

  @Test
  void aReadOnlyDatabaseIsUnavailable() {
    JdbcClient.create(at(url))
        .sql(
            "DO $$ BEGIN EXECUTE 'ALTER DATABASE ' || current_database()"
                + " || ' SET default_transaction_read_only = on'; END $$")
        .update();

    assertThat(new DatabaseProbe(at(url)).isUnavailable()).isTrue();
  }

  @Test
  void aDatabaseWithoutAConnectionIsUnavailable() {
    var missing = at(url);
    missing.setDatabaseName("missing");

    assertThat(new DatabaseProbe(missing).isUnavailable()).isTrue();
  }

  private static PGSimpleDataSource at(String url) {
    var database = new PGSimpleDataSource();
    database.setURL(url);
    database.setUser("postgres");
    database.setPassword("postgres");
    return database;
  }
}
