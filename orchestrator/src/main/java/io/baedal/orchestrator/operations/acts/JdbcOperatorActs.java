package io.baedal.orchestrator.operations.acts;

import io.baedal.orchestrator.saga.Step;
import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@link OperatorActs} in the engine's database, so that an act and its record commit together. */
@Repository
class JdbcOperatorActs implements OperatorActs {

  private static final String FIND =
      """
      SELECT * FROM operator_acts
      WHERE (:orderId::uuid IS NULL OR order_id = :orderId::uuid)
        AND (:orderNumber::bigint IS NULL OR order_id IN
          (SELECT order_id FROM order_progress WHERE placed ->> 'number' = :orderNumber::text))
        AND id < :before
      ORDER BY id DESC LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcOperatorActs(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void retried(UUID orderId, Step step, OperatorAct.Kind act, Instruction instruction) {
    add(orderId, act, step, null, null, instruction);
  }

  @Override
  public void settled(UUID orderId, Step step, Step.Outcome outcome, Instruction instruction) {
    add(orderId, OperatorAct.Kind.SETTLE, step, outcome, null, instruction);
  }

  @Override
  public void cancelled(UUID orderId, Instruction instruction) {
    add(orderId, OperatorAct.Kind.CANCEL, null, null, null, instruction);
  }

  @Override
  public void cancelledBefore(UUID orderId, Instruction instruction) {
    boolean missing =
        jdbc.sql(
                """
                SELECT count(*) = 1 FROM order_progress o
                WHERE o.order_id = :order AND o.reason = 'OPERATOR_CANCELLED'
                  AND NOT EXISTS (SELECT FROM operator_acts act
                    WHERE act.order_id = :order AND act.act = 'CANCEL')
                """)
            .param("order", orderId)
            .query(Boolean.class)
            .single();
    if (missing) {
      cancelled(orderId, instruction);
    }
  }

  @Override
  public void migrated(UUID orderId, String migration, Instruction instruction) {
    add(orderId, OperatorAct.Kind.MIGRATE, null, null, migration, instruction);
  }

  private void add(
      UUID orderId,
      OperatorAct.Kind act,
      @Nullable Step step,
      Step.@Nullable Outcome outcome,
      @Nullable String migration,
      Instruction instruction) {
    jdbc.sql(
            """
            INSERT INTO operator_acts
              (order_id, act, step, outcome, migration, operator, reason, acted_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            orderId,
            act.name(),
            step == null ? null : step.name(),
            outcome == null ? null : outcome.name(),
            migration,
            instruction.operator(),
            instruction.reason(),
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
  }

  @Override
  public Page<OperatorAct> find(
      @Nullable UUID orderId, @Nullable Long orderNumber, @Nullable Cursor after, int size) {
    List<Row> rows =
        jdbc.sql(FIND)
            .param("orderId", orderId)
            .param("orderNumber", orderNumber)
            .param("before", after == null ? Long.MAX_VALUE : after.id().getLeastSignificantBits())
            .param("limit", size + 1)
            .query((row, index) -> new Row(row.getLong("id"), act(row)))
            .list();
    return Page.of(rows, size, row -> new Cursor(row.act().at(), new UUID(0, row.id())), Row::act);
  }

  private static OperatorAct act(ResultSet row) throws SQLException {
    return new OperatorAct(
        row.getObject("acted_at", OffsetDateTime.class).toInstant(),
        row.getString("operator"),
        OperatorAct.Kind.valueOf(row.getString("act")),
        row.getObject("order_id", UUID.class),
        Optional.ofNullable(row.getString("step")).map(Step::valueOf).orElse(null),
        Optional.ofNullable(row.getString("outcome")).map(Step.Outcome::valueOf).orElse(null),
        row.getString("migration"),
        row.getString("reason"));
  }

  private record Row(long id, OperatorAct act) {}
}
