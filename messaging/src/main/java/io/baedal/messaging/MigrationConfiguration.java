package io.baedal.messaging;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Migrations may take longer than a request may: an index on a large table takes minutes. So they
 * have connections of their own, which are as those of the pool but for the time that a statement
 * may take, and a replica waits for as long as another one migrates. How long a migration may wait
 * for a lock stays bounded where it is: behind it, all requests wait.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(Flyway.class)
class MigrationConfiguration {

  @Bean
  FlywayConfigurationCustomizer migrationsMayTakeLong() {
    return flyway -> {
      if (flyway.getDataSource() instanceof HikariDataSource pool) {
        DataSource connections = unhurried(pool);
        requireLogin(connections);
        flyway
            .dataSource(connections)
            // the connection that holds Flyway's lock is idle meanwhile
            .initSql("SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0")
            .lockRetryCount(-1);
      }
    };
  }

  /** Flyway would retry a refused login for as long as it waits for a database that is away. */
  private static void requireLogin(DataSource connections) {
    try {
      connections.getConnection().close();
    } catch (SQLException e) {
      if (LoginRefusedAnalyzer.isRefused(e)) {
        throw new CannotGetJdbcConnectionException("the database refuses the login", e);
      }
    }
  }

  private static DataSource unhurried(HikariDataSource pool) {
    var properties = new Properties();
    pool.getDataSourceProperties()
        .forEach((name, value) -> properties.setProperty(name.toString(), value.toString()));
    properties.remove("socketTimeout");
    var connections = new DriverManagerDataSource(pool.getJdbcUrl());
    connections.setUsername(pool.getUsername());
    connections.setPassword(pool.getPassword());
    connections.setConnectionProperties(properties);
    return connections;
  }
}
