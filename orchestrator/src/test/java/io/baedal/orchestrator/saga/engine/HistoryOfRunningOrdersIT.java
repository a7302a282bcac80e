package io.baedal.orchestrator.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.OrderFixture;
import io.baedal.orchestrator.Orders;
import io.baedal.orchestrator.saga.ReceiveEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of orders is kept for 30 days; the test moves the clock of the engine. */
@OrchestratorTest
class HistoryOfRunningOrdersIT {

  private final Instant start = Instant.parse("2026-03-01T10:00:00Z");
  private final UUID order = UUID.randomUUID();

  @Autowired HistoryOfRunningOrders history;
  @Autowired ReceiveEvent receive;
  @Autowired RuntimeService runtime;
  @Autowired HistoryService engineHistory;
  @Autowired ManagementService management;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @Test
  void theHistoryOfALongRunningOrderIsKeptUntilItHasEndedAndThenRemovedCompletely() {
    setDay(0);
    receive.all(OrderFixture.received(OrderFixture.order(order)));
    List<String> first = rows();
    assertThat(first).isNotEmpty();
    for (int day = 1; day <= 70; day++) {
      setDay(day);
      history.postpone();
      cleanUp();
    }
    assertThat(rows()).containsAll(first);

    runtime.deleteProcessInstance(process(), "test");
    assertThat(rows()).contains("act_hi_procinst").doesNotContain("without removal time");
    setDay(70 + 31);
    history.postpone();
    cleanUp();

    assertThat(rows()).isEmpty();
  }

  @Test
  void theHistoryOfAnOrderThatEndsInTimeIsRemovedThirtyDaysAfterItsStart() {
    setDay(0);
    receive.all(OrderFixture.received(OrderFixture.order(order)));
    runtime.deleteProcessInstance(process(), "test");
    setDay(29);
    history.postpone();
    cleanUp();
    assertThat(rows()).isNotEmpty();

    setDay(31);
    history.postpone();
    cleanUp();

    assertThat(rows()).isEmpty();
  }

  private void setDay(int day) {
    ClockUtil.setCurrentTime(Date.from(start.plus(Duration.ofDays(day))));
  }

  private void cleanUp() {
    engineHistory.cleanUpHistoryAsync(true);
    engineHistory.findHistoryCleanupJobs().forEach(job -> management.executeJob(job.getId()));
  }

  private String process() {
    return Orders.process(order, runtime).getId();
  }

  /** The tables that have rows of any order, and whether rows have no removal time. */
  private List<String> rows() {
    return jdbc.sql(
            """
            SELECT 'act_hi_procinst' FROM act_hi_procinst
            UNION ALL SELECT 'act_hi_actinst' FROM act_hi_actinst
            UNION ALL SELECT 'act_hi_varinst' FROM act_hi_varinst
            UNION ALL SELECT 'act_hi_incident' FROM act_hi_incident
            UNION ALL SELECT 'act_hi_job_log' FROM act_hi_job_log WHERE root_proc_inst_id_ IS NOT NULL
            UNION ALL SELECT 'act_hi_detail' FROM act_hi_detail
            UNION ALL SELECT 'without removal time' FROM (
              SELECT removal_time_ FROM act_hi_procinst
              UNION ALL SELECT removal_time_ FROM act_hi_actinst
              UNION ALL SELECT removal_time_ FROM act_hi_varinst) AS all_rows
              WHERE removal_time_ IS NULL
            """)
        .query(String.class)
        .list();
  }
}
