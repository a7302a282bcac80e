package io.baedal.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.orchestrator.OrchestratorTest;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Runs in the time zone of New York, in the night in which the clocks are set back: at 06:00 UTC,
 * the local time is 01:00 for the second time.
 */
@OrchestratorTest
// prevents sharing a context that was started in another time zone
@TestPropertySource(properties = "test.time-zone=America/New_York")
@Import(Races.class)
class ClocksGoBackIT {

  private static final TimeZone ORIGINAL = TimeZone.getDefault();

  static {
    // before the orchestrator starts
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
  }

  @Autowired OrderDriver order;
  @Autowired OrderTrace trace;
  @Autowired ManagementService management;

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @AfterAll
  static void restoreTimeZone() {
    TimeZone.setDefault(ORIGINAL);
  }

  @Test
  void aStoreHasItsFullTimeToAnswer() {
    setClock("2026-11-01T05:55:00Z");
    order.advanceToStoreRequested();

    var deadline = management.createJobQuery().timers().singleResult();
    assertThat(deadline.getDuedate()).isEqualTo(Date.from(Instant.parse("2026-11-01T06:05:00Z")));
    assertThat(management.createJobQuery().timers().executable().count()).isZero();

    setClock("2026-11-01T06:06:00Z");
    assertThat(management.createJobQuery().timers().executable().count()).isOne();
    order.runDeadline();
    order.runJobs();
    assertThat(trace.timeline(order.id())).endsWith(OrderStatus.REJECTED);
  }

  private static void setClock(String time) {
    ClockUtil.setCurrentTime(Date.from(Instant.parse(time)));
  }
}
