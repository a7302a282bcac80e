package io.baedal.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class MigrationConnectionIT {

  @Autowired Flyway flyway;
  @Autowired DataSource pool;

  @Test
  void migrationsMayTakeLongerThanTheStatementsOfRequests() throws SQLException {
    assertThat(timeoutMillis(pool)).isEqualTo(20_000);
    assertThat(timeoutMillis(flyway.getConfiguration().getDataSource())).isZero();
  }

  private static int timeoutMillis(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return connection.getNetworkTimeout();
    }
  }
}
