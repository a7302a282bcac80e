package io.baedal.orchestrator.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.clock.ClockSetBack;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.OrderFixture;
import io.baedal.orchestrator.saga.ReceiveEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@OrchestratorTest
class DueDatesIT {

  @Autowired ReceiveEvent receive;
  @Autowired ManagementService management;
  @Autowired ApplicationEventPublisher events;

  @Test
  void noJobWaitsLongerThanTheLongestPauseAfterTheClockWasSetBack() {
    String late = stepDueIn(Duration.ofMinutes(70));
    String soon = stepDueIn(Duration.ofMinutes(10));
    Date before = due(soon);

    events.publishEvent(new ClockSetBack(Duration.ofHours(1)));

    assertThat(due(late))
        .isBetween(
            Date.from(Instant.now().plus(Duration.ofMinutes(14))),
            Date.from(Instant.now().plus(DueDates.LONGEST_PAUSE)),
            true,
            true);
    assertThat(due(soon)).isEqualTo(before);
  }

  private String stepDueIn(Duration pause) {
    var order = OrderFixture.order();
    receive.all(OrderFixture.received(order));
    Job step =
        management.createJobQuery().messages().list().stream()
            .filter(job -> job.getDuedate() == null)
            .findFirst()
            .orElseThrow();
    management.setJobDuedate(step.getId(), Date.from(Instant.now().plus(pause)));
    return step.getId();
  }

  private Date due(String job) {
    return management.createJobQuery().jobId(job).singleResult().getDuedate();
  }
}
