package io.baedal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.retention.Cleaner;
import io.baedal.messaging.retention.Retention;
import io.baedal.messaging.test.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
    classes = RetentionIT.Database.class,
    properties = "spring.flyway.locations=classpath:db/messaging")
@ContextConfiguration(initializers = TestPostgres.class)
@DirtiesContext
class RetentionIT {

  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
  })
  @EnableConfigurationProperties(MessagingProperties.class)
  @Import(RetentionConfiguration.class)
  static class Database {

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    @Order(0)
    Retention ofAMissingTable() {
      return new Retention(
          "rows of a missing table", Duration.ofDays(1), "DELETE FROM missing WHERE at < :before");
    }
  }

  @Autowired JdbcClient jdbc;
  @Autowired Cleaner cleaner;

  @BeforeEach
  void empty() {
    jdbc.sql("TRUNCATE inbox").update();
  }

  @Test
  void removesExpiredRowsIfAnotherRetentionFails() {
    received(2_001, "17 days");
    received(3, "15 days");

    cleaner.clean();

    assertThat(count()).isEqualTo(3);
  }

  @Test
  void continuesInTheNextRun() {
    received(30_000, "17 days");

    cleaner.clean();
    assertThat(count()).isBetween(1L, 29_999L);

    cleaner.clean();
    assertThat(count()).isZero();
  }

  private long count() {
    return jdbc.sql("SELECT count(*) FROM inbox").query(Long.class).single();
  }

  private void received(int events, String ago) {
    jdbc.sql(
            """
            INSERT INTO inbox (event_id, received_at)
            SELECT gen_random_uuid(), now() - ?::interval FROM generate_series(1, ?)
            """)
        .params(ago, events)
        .update();
  }
}
