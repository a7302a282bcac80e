package io.baedal.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.test.TestPostgres;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
    classes = InboxCleanerIT.Database.class,
    properties = "spring.flyway.locations=classpath:db/messaging")
@ContextConfiguration(initializers = TestPostgres.class)
@DirtiesContext
class InboxCleanerIT {

  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
  })
  static class Database {}

  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    jdbc.sql("TRUNCATE inbox").update();
  }

  @Test
  void forgetsAllThatIsOldEnoughAndNothingElse() {
    received(2 * InboxCleaner.BATCH + 1, "17 days");
    received(3, "15 days");

    new InboxCleaner(jdbc, Duration.ofDays(16)).clean();

    assertThat(jdbc.sql("SELECT count(*) FROM inbox").query(Long.class).single()).isEqualTo(3);
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
