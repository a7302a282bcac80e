package io.baedal.orchestrator.operations.reconciliation;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.MICROS;

import io.baedal.orchestrator.operations.reconciliation.ChangeLog.Position;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** {@link Scans} in the orchestrator's database, which all replicas share. */
@Repository
class JdbcScans implements Scans {

  private static final String REQUESTS_KEPT = "30 days";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final String firstSource;

  JdbcScans(JdbcClient jdbc, Clock clock, List<ChangeLog> sources) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.firstSource = sources.stream().map(ChangeLog::name).sorted().findFirst().orElseThrow();
  }

  @Override
  @Transactional
  public Optional<Scan> request(String operator, Instant from, Instant to) {
    jdbc.sql(
            "DELETE FROM reconciliations WHERE kind = 'REQUEST' AND ended_at < now() - interval '"
                + REQUESTS_KEPT
                + "'")
        .update();
    long waiting =
        jdbc.sql("SELECT count(*) FROM reconciliations WHERE kind = 'REQUEST' AND ended_at IS NULL")
            .query(Long.class)
            .single();
    return waiting >= MOST_REQUESTS
        ? Optional.empty()
        : find(add(Scan.Kind.REQUEST, operator, from, to));
  }

  @Override
  public Optional<Scan> find(UUID id) {
    return jdbc.sql("SELECT * FROM reconciliations WHERE id = ?")
        .param(id)
        .query(Scan.class)
        .optional();
  }

  @Override
  @Transactional
  public void begin(Scan.Kind kind, Instant from, Instant to) {
    jdbc.sql("DELETE FROM reconciliations WHERE kind = ? AND ended_at IS NOT NULL AND span_to < ?")
        .params(kind.name(), utc(to))
        .update();
    add(kind, null, from, to);
  }

  private UUID add(Scan.Kind kind, @Nullable String operator, Instant from, Instant to) {
    UUID id = UUID.randomUUID();
    Position begin = Position.before(from);
    jdbc.sql(
            """
            INSERT INTO reconciliations (id, kind, asked_by, span_from, span_to, source,
              position_at, position_order, asked_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(id, kind.name(), operator, utc(from), utc(to), firstSource)
        .params(utc(begin.at()), begin.order(), utc(clock.instant()))
        .update();
    return id;
  }

  @Override
  public Optional<Scan> last(Scan.Kind kind) {
    return jdbc.sql(
            "SELECT * FROM reconciliations WHERE kind = ? ORDER BY span_to DESC, asked_at DESC LIMIT 1")
        .param(kind.name())
        .query(Scan.class)
        .optional();
  }

  @Override
  public Optional<Scan> next() {
    return jdbc.sql(
            """
            SELECT * FROM reconciliations WHERE ended_at IS NULL
            ORDER BY array_position(ARRAY['WINDOW', 'REQUEST', 'LOOK_BACK'], kind), asked_at LIMIT 1
            """)
        .query(Scan.class)
        .optional();
  }

  @Override
  public void advance(Scan scan, @Nullable String source, Position position, int compared) {
    jdbc.sql(
            """
            UPDATE reconciliations SET source = coalesce(:source, source), position_at = :at,
              position_order = :order, orders = orders + :compared, failure = NULL,
              ended_at = CASE WHEN :source::text IS NULL THEN :now::timestamptz END
            WHERE id = :id AND ended_at IS NULL
              AND (source, position_at, position_order) = (:sourceBefore, :atBefore, :orderBefore)
            """)
        .param("source", source)
        .param("at", utc(position.at()))
        .param("order", position.order())
        .param("compared", compared)
        .param("now", utc(clock.instant()))
        .param("id", scan.id())
        .param("sourceBefore", scan.source())
        .param("atBefore", utc(scan.position().at()))
        .param("orderBefore", scan.position().order())
        .update();
  }

  @Override
  public void fail(String why) {
    jdbc.sql("UPDATE reconciliations SET failure = ? WHERE ended_at IS NULL").param(why).update();
  }

  @Override
  public Optional<Instant> lease(Duration time) {
    return jdbc.sql(
            """
            UPDATE reconciliation_lease SET until = now() + make_interval(secs => ?)
            WHERE until < now() RETURNING until
            """)
        .param(time.toSeconds())
        .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional();
  }

  @Override
  public void release(Instant until) {
    jdbc.sql("UPDATE reconciliation_lease SET until = '-infinity' WHERE until = ?")
        .param(utc(until))
        .update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.truncatedTo(MICROS).atOffset(UTC);
  }
}
