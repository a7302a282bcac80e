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

/**
 * Runs on a host in New York in the night in which the clocks go back: at 06:00 UTC, the local time
 * is 01:00 for the second time.
 */
@OrchestratorTest
@Import(Races.class)
class ClocksGoBackIT {

  private static final TimeZone BEFORE = TimeZone.getDefault();

  static {
    // before the orchestrator starts
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
  }

  @Autowired PlayedOrder order;
  @Autowired OrderTrace trace;
  @Autowired ManagementService management;

  @AfterEach
  void letTheClockGoOn() {
    ClockUtil.reset();
  }

  @AfterAll
  static void leave() {
    TimeZone.setDefault(BEFORE);
  }

  @Test
  void aStoreHasItsFullTimeToAnswer() {
    clockIs("2026-11-01T05:55:00Z");
    order.bringToWaitForStore();

    var deadline = management.createJobQuery().timers().singleResult();
    assertThat(deadline.getDuedate()).isEqualTo(Date.from(Instant.parse("2026-11-01T06:05:00Z")));
    assertThat(management.createJobQuery().timers().executable().count()).isZero();

    clockIs("2026-11-01T06:06:00Z");
    assertThat(management.createJobQuery().timers().executable().count()).isOne();
    order.runDeadline();
    order.runJobs();
    assertThat(trace.timeline(order.id())).endsWith(OrderStatus.REJECTED);
  }

  private static void clockIs(String time) {
    ClockUtil.setCurrentTime(Date.from(Instant.parse(time)));
  }
}
