package io.baedal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.outbox.OutboxMetrics;
import io.baedal.messaging.test.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
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
    classes = OutboxMetricsIT.Database.class,
    properties = "spring.flyway.locations=classpath:db/messaging")
@ContextConfiguration(initializers = TestPostgres.class)
@DirtiesContext
class OutboxMetricsIT {

  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
  })
  static class Database {}

  @Autowired JdbcClient jdbc;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private OutboxMetrics metrics;

  @BeforeEach
  void bind() {
    metrics = new OutboxMetrics(jdbc);
    metrics.bindTo(registry);
  }

  @AfterEach
  void empty() {
    jdbc.sql("DELETE FROM outbox").update();
  }

  @Test
  void reportsAnEmptyOutbox() {
    metrics.read();

    assertThat(gauge("baedal.outbox.waiting")).isZero();
    assertThat(gauge("baedal.outbox.oldest.age")).isZero();
  }

  @Test
  void reportsTheWaitingEventsAndTheAgeOfTheOldest() {
    waitingFor(5);
    waitingFor(300);

    metrics.read();

    assertThat(gauge("baedal.outbox.waiting")).isEqualTo(2);
    assertThat(gauge("baedal.outbox.oldest.age")).isBetween(300.0, 420.0);
  }

  @Test
  void reportsNaNBeforeTheFirstRead() {
    assertThat(gauge("baedal.outbox.waiting")).isNaN();
  }

  @Test
  void reportsNaNWhileTheDatabaseFails() {
    metrics.read();
    jdbc.sql("ALTER TABLE outbox RENAME TO outbox_renamed").update();
    try {
      metrics.read();

      assertThat(gauge("baedal.outbox.waiting")).isNaN();
      assertThat(gauge("baedal.outbox.oldest.age")).isNaN();
    } finally {
      jdbc.sql("ALTER TABLE outbox_renamed RENAME TO outbox").update();
    }
  }

  private double gauge(String name) {
    return registry.get(name).gauge().value();
  }

  private void waitingFor(int seconds) {
    jdbc.sql(
            """
            INSERT INTO outbox (event_id, topic, order_id, type, payload, occurred_at)
            VALUES (gen_random_uuid(), 'orders.v1', gen_random_uuid(), 'type', '{}',
              now() - make_interval(secs => ?))
            """)
        .param(seconds)
        .update();
  }
}
