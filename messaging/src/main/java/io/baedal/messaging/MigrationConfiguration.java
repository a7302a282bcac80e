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
 * Lets migrations take longer than requests: an index on a large table takes minutes. They use
 * separate connections with the settings of the pool, but without its statement timeouts. A replica
 * waits while another one migrates. The lock timeout remains, since all requests queue behind a
 * migration that waits for a lock.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(Flyway.class)
class MigrationConfiguration {

  @Bean
  FlywayConfigurationCustomizer migrationTimeouts() {
    return flyway -> {
      if (flyway.getDataSource() instanceof HikariDataSource pool) {
        DataSource connections = withoutTimeouts(pool);
        requireLogin(connections);
        flyway
            .dataSource(connections)
            // the connection that holds Flyway's lock is idle during migrations
            .initSql("SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0")
            .lockRetryCount(-1);
      }
    };
  }

  /**
   * Fails immediately if the login is refused. Flyway would retry it as if the database were
   * unavailable.
   */
  private static void requireLogin(DataSource connections) {
    try {
      connections.getConnection().close();
    } catch (SQLException e) {
      if (LoginRefusedAnalyzer.isRefused(e)) {
        throw new CannotGetJdbcConnectionException("the database refuses the login", e);
      }
    }
  }

  private static DataSource withoutTimeouts(HikariDataSource pool) {
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
