package io.baedal.orchestrator.operations.reconciliation;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.operations.reconciliation.State.Fulfillment;
import io.baedal.orchestrator.saga.ProcessNames;
import io.baedal.orchestrator.saga.RunnableVersions;
import io.baedal.orchestrator.saga.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The orchestrator as a source. Reads the status of orders and, from the engine's tables, whether a
 * process runs and what it waits for; one statement, so that both are of one instant.
 *
 * <p>The changes are the ends of processes. The engine also records the end of a process that an
 * operator deletes. They need no index on a table that every step of an order updates.
 */
@Repository
class JdbcFulfillments implements StateSource<Fulfillment>, ChangeLog {

  private static final String STATES =
      """
      SELECT o.order_id, o.status, o.reason, o.sequence, o.changed_at,
        (o.placed ->> 'amount')::bigint AS amount,
        process.id_ IS NOT NULL AS running,
        coalesce(process.suspension_state_ = 2, false) AS suspended,
        process.proc_def_id_ AS version,
        array(SELECT message.event_name_
              FROM act_ru_execution scope
              JOIN act_ru_event_subscr message ON message.execution_id_ = scope.id_
              WHERE scope.proc_inst_id_ = process.id_ AND message.event_type_ = 'message') AS awaited,
        array(SELECT act.step FROM operator_acts act
              WHERE act.order_id = o.order_id AND act.act = 'SETTLE') AS settled,
        EXISTS (SELECT FROM operator_acts act
              WHERE act.order_id = o.order_id AND act.act = 'CANCEL') AS cancel_recorded
      FROM order_progress o
      LEFT JOIN act_ru_execution process
        ON process.business_key_ = o.order_id::text AND process.parent_id_ IS NULL
      WHERE o.order_id = ANY (?::uuid[])
      """;

  private static final String ENDS =
      """
      SELECT business_key_, end_time_ FROM act_hi_procinst
      WHERE end_time_ >= :at AND (end_time_, business_key_) > (:at, :order) AND end_time_ < :to
        AND business_key_ ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        AND proc_def_key_ = :process
      ORDER BY end_time_, business_key_ LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final RunnableVersions versions;

  JdbcFulfillments(JdbcClient jdbc, RunnableVersions versions) {
    this.jdbc = jdbc;
    this.versions = versions;
  }

  @Override
  public Map<UUID, Fulfillment> of(Collection<UUID> orders) {
    String[] ids = orders.stream().map(UUID::toString).toArray(String[]::new);
    return jdbc.sql(STATES).param(ids).query((row, index) -> fulfillment(row)).list().stream()
        // an operator may have started a second process of an order
        .collect(toMap(Fulfillment::orderId, Function.identity(), (one, other) -> one));
  }

  @Override
  public String name() {
    return "orchestrator";
  }

  @Override
  public List<Change> next(Position position, Instant to) {
    return jdbc.sql(ENDS)
        .param("at", Timestamp.from(position.at()))
        .param("order", position.order().toString())
        .param("to", Timestamp.from(to))
        .param("process", ProcessNames.PROCESS)
        .param("limit", PAGE)
        .query(
            (row, index) ->
                new Change(
                    UUID.fromString(row.getString("business_key_")),
                    row.getTimestamp("end_time_").toInstant()))
        .list();
  }

  private Fulfillment fulfillment(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return new Fulfillment(
        row.getObject("order_id", UUID.class),
        OrderStatus.valueOf(row.getString("status")),
        reason == null ? null : ReasonCode.valueOf(reason),
        row.getInt("sequence"),
        row.getLong("amount"),
        row.getBoolean("running"),
        row.getBoolean("suspended") || isOfAnotherBuild(row.getString("version")),
        texts(row, "awaited"),
        texts(row, "settled").stream().map(Step::valueOf).collect(toUnmodifiableSet()),
        row.getBoolean("cancel_recorded"),
        row.getTimestamp("changed_at").toInstant());
  }

  private boolean isOfAnotherBuild(@Nullable String version) {
    return version != null && !versions.runs(version);
  }

  private static Set<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray()).collect(toUnmodifiableSet());
  }
}
