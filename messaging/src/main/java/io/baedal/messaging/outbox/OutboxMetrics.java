package io.baedal.messaging.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/**
 * How many events wait in the outbox, and for how many seconds the oldest one has waited. Both are
 * NaN while the database does not respond. They are read in the background, since a scrape must not
 * wait for a connection.
 */
public class OutboxMetrics implements MeterBinder {

  private static final Backlog UNKNOWN = new Backlog(Double.NaN, Double.NaN);

  private final JdbcClient jdbc;
  private volatile Backlog backlog = UNKNOWN;

  public OutboxMetrics(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Reads both values. */
  @Scheduled(fixedDelayString = "PT5S")
  public void read() {
    try {
      backlog =
          jdbc.sql(
                  """
                  SELECT count(*) AS waiting,
                    coalesce(extract(epoch FROM now() - min(occurred_at)), 0) AS oldest_age
                  FROM outbox
                  """)
              .query(Backlog.class)
              .single();
    } catch (DataAccessException | TransactionException unreachable) {
      backlog = UNKNOWN;
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge("baedal.outbox.waiting", Backlog::waiting)
        .description("Events that wait to be sent to Kafka")
        .register(registry);
    gauge("baedal.outbox.oldest.age", Backlog::oldestAge)
        .description("For how long the oldest event has waited")
        .baseUnit("seconds")
        .register(registry);
  }

  private Gauge.Builder<OutboxMetrics> gauge(String name, ToDoubleFunction<Backlog> value) {
    return Gauge.builder(name, this, metrics -> value.applyAsDouble(metrics.backlog));
  }

  private record Backlog(double waiting, double oldestAge) {}
}
