package io.baedal.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class MigrationConnectionIT {

  @Autowired Flyway flyway;
  @Autowired DataSource pool;

  @Test
  void migrationsHaveNoStatementTimeout() throws SQLException {
    DataSource migrations = flyway.getConfiguration().getDataSource();

    assertThat(timeoutMillis(pool)).isEqualTo(20_000);
    assertThat(timeoutMillis(migrations)).isZero();
    assertThat(JdbcClient.create(migrations).sql("SHOW application_name").query().singleValue())
        .isEqualTo("order");
    assertThat(flyway.getConfiguration().getInitSql()).contains("statement_timeout = 0");
  }

  private static int timeoutMillis(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return connection.getNetworkTimeout();
    }
  }
}
