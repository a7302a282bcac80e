package io.baedal.orchestrator.saga.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.orchestrator.OrchestratorTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** PostgreSQL keeps the plan of a statement, so it must fit larger tables as well. */
@OrchestratorTest
class StatementPlansIT {

  @Autowired JdbcTemplate jdbc;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM act_ru_execution WHERE id_ = ''",
        "SELECT * FROM act_ru_job WHERE id_ = ''",
        "SELECT * FROM act_ru_job WHERE execution_id_ = ''",
        "DELETE FROM act_ru_event_subscr WHERE id_ = ''",
        "UPDATE order_progress SET status = '' WHERE order_id = '00000000-0000-0000-0000-000000000000'",
        "SELECT * FROM outbox ORDER BY id LIMIT 10"
      })
  void readsAnEmptyTableByItsIndex(String statement) {
    jdbc.execute(
        "VACUUM ANALYZE act_ru_execution, act_ru_job, act_ru_event_subscr, outbox, order_progress");

    String plan = String.join("\n", jdbc.queryForList("EXPLAIN " + statement, String.class));

    assertThat(plan).contains("Index").doesNotContain("Seq Scan", "JIT");
  }
}
