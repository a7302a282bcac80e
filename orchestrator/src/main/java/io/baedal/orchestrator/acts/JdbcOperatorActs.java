package io.baedal.orchestrator.acts;

import io.baedal.orchestrator.fulfillment.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@link OperatorActs} in the engine's database, so that an act and its record commit together. */
@Repository
class JdbcOperatorActs implements OperatorActs {

  private static final String OF_ORDER =
      " FROM operator_acts WHERE :orderId::uuid IS NULL OR order_id = :orderId::uuid";

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
  public Page find(@Nullable UUID orderId, int page, int size) {
    var items =
        jdbc.sql("SELECT *" + OF_ORDER + " ORDER BY id DESC LIMIT :size OFFSET :offset")
            .param("orderId", orderId)
            .param("size", size)
            .param("offset", (long) page * size)
            .query((row, index) -> act(row))
            .list();
    long total =
        jdbc.sql("SELECT count(*)" + OF_ORDER).param("orderId", orderId).query(Long.class).single();
    return new Page(items, total);
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
}
