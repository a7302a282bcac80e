package io.baedal.orchestrator.saga.engine;

import static io.baedal.orchestrator.saga.Step.ACCEPTANCE_DEADLINE;
import static io.baedal.orchestrator.saga.Step.APPROVE_PAYMENT;
import static io.baedal.orchestrator.saga.Step.REQUEST_STORE;
import static io.baedal.orchestrator.saga.Step.START_DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.orchestrator.saga.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateStepsFirstTest {

  private static final long NOW = Instant.parse("2026-01-02T12:00:00Z").toEpochMilli();
  private static final long YEARS_LATER = Instant.parse("2100-01-02T12:00:00Z").toEpochMilli();

  @Test
  void aLaterStepGoesFirstEvenIfItsOrderIsNewer() {
    List<Step> forward = List.of(APPROVE_PAYMENT, REQUEST_STORE, START_DELIVERY);
    for (int step = 1; step < forward.size(); step++) {
      assertThat(LateStepsFirst.priority(forward.get(step), YEARS_LATER))
          .isGreaterThan(LateStepsFirst.priority(forward.get(step - 1), NOW));
    }
  }

  @Test
  void undoGoesBeforeAllStepsThatAdvanceOrders() {
    assertThat(Step.values()).filteredOn(Step::undoes).isNotEmpty();
    long forward =
        Arrays.stream(Step.values())
            .filter(step -> !step.undoes() && step != Step.OTHER)
            .mapToLong(step -> LateStepsFirst.priority(step, NOW))
            .max()
            .orElseThrow();
    assertThat(Step.values())
        .filteredOn(Step::undoes)
        .allMatch(step -> LateStepsFirst.priority(step, YEARS_LATER) > forward);
  }

  @Test
  void deadlinesComeAfterAllSteps() {
    assertThat(LateStepsFirst.priority(ACCEPTANCE_DEADLINE, NOW))
        .isLessThan(LateStepsFirst.LOWEST_OF_STEPS);
    assertThat(Step.values())
        .filteredOn(step -> step != ACCEPTANCE_DEADLINE)
        .allMatch(
            step -> LateStepsFirst.priority(step, YEARS_LATER) >= LateStepsFirst.LOWEST_OF_STEPS);
  }

  @Test
  void theOlderJobOfTheSameStepGoesFirst() {
    assertThat(LateStepsFirst.priority(APPROVE_PAYMENT, NOW))
        .isGreaterThan(LateStepsFirst.priority(APPROVE_PAYMENT, NOW + 1))
        .isPositive();
  }
}
