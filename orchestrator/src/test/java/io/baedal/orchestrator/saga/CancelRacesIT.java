package io.baedal.orchestrator.saga;

import static io.baedal.messaging.event.OrderStatus.CANCELLATION_REQUESTED;
import static io.baedal.messaging.event.OrderStatus.CANCELLED;
import static io.baedal.messaging.event.OrderStatus.DELIVERED;
import static io.baedal.messaging.event.OrderStatus.DELIVERY_STARTED;
import static io.baedal.messaging.event.OrderStatus.PAYMENT_APPROVED;
import static io.baedal.messaging.event.OrderStatus.PICKED_UP;
import static io.baedal.messaging.event.OrderStatus.PLACED;
import static io.baedal.messaging.event.OrderStatus.REJECTED;
import static io.baedal.messaging.event.OrderStatus.STORE_ACCEPTED;
import static io.baedal.messaging.event.OrderStatus.STORE_REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.messaging.event.OrderCancellationRefused.Reason;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.saga.DecideOnCancellation.Outcome;
import io.baedal.orchestrator.saga.OrderDriver.By;
import io.baedal.orchestrator.saga.ScriptedWorkers.Call;
import io.baedal.orchestrator.saga.ScriptedWorkers.Point;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A cancel at each step of the process, at each moment of the step. */
@OrchestratorTest
@Import(Races.class)
class CancelRacesIT {

  private static final List<OrderStatus> STATUSES =
      List.of(
          PLACED,
          PAYMENT_APPROVED,
          STORE_REQUESTED,
          STORE_ACCEPTED,
          DELIVERY_STARTED,
          PICKED_UP,
          DELIVERED);

  /** The moments at which a cancel can arrive at an order that is being undone. */
  private static final Set<CancelMoment> DURING_THE_UNDO =
      EnumSet.of(
          CancelMoment.BEFORE_THE_CALL,
          CancelMoment.WHILE_THE_ANSWER_IS_IN_TRANSIT,
          CancelMoment.BETWEEN_TRIES,
          CancelMoment.DURING_AN_INCIDENT);

  @Autowired OrderDriver order;
  @Autowired OrderTrace trace;
  @Autowired ScriptedWorkers workers;
  @Autowired ProcessEngine engine;

  /** A step that can be undone, the number of statuses before it, and the calls that undo it. */
  enum Undoable {
    APPROVE_PAYMENT(1, Call.CANCEL_PAYMENT),
    REQUEST_STORE(2, Call.CANCEL_STORE_REQUEST, Call.CANCEL_PAYMENT),
    START_DELIVERY(4, Call.RECALL_DELIVERY, Call.CANCEL_STORE_REQUEST, Call.CANCEL_PAYMENT);

    private final Call call = Call.valueOf(name());
    private final int statusesBefore;
    private final List<Call> undo;

    Undoable(int statusesBefore, Call... undo) {
      this.statusesBefore = statusesBefore;
      this.undo = List.of(undo);
    }
  }

  static Stream<Arguments> steps() {
    return table(Stream.of(Undoable.values()), EnumSet.allOf(CancelMoment.class));
  }

  @ParameterizedTest(name = "{0} {1}, by {2}")
  @MethodSource("steps")
  void undoesTheStepAndAllStepsBeforeIt(Undoable step, CancelMoment moment, By by) {
    order.advanceTo(step.call);
    moment.run(order, step.call, by);
    order.runJobs();

    int statuses = step.statusesBefore + (moment.isAfterTheStep() ? 1 : 0);
    assertTimeline(statuses, CANCELLATION_REQUESTED, CANCELLED);
    trace.assertAccepted(order, by);
    assertUndoneInOrder(step);
  }

  @ParameterizedTest(name = "{0} in the job executor")
  @EnumSource(Undoable.class)
  void undoesAStepThatTheJobExecutorIsRunning(Undoable step) {
    order.advanceTo(step.call);
    Gate answer = order.gateAt(step.call, Point.ANSWER);
    JobExecutor executor =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    executor.start();
    try {
      answer.awaitArrival();
      order.cancel(By.CUSTOMER);
      answer.open();
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> trace.timeline(order.id()).contains(CANCELLED));
    } finally {
      executor.shutdown();
    }

    assertTimeline(step.statusesBefore, CANCELLATION_REQUESTED, CANCELLED);
    trace.assertAccepted(order, By.CUSTOMER);
    assertUndoneInOrder(step);
  }

  static Stream<Arguments> undoingACancelledOrder() {
    return table(
        Stream.of(Call.RECALL_DELIVERY, Call.CANCEL_STORE_REQUEST, Call.CANCEL_PAYMENT),
        DURING_THE_UNDO);
  }

  @ParameterizedTest(name = "{0} {1}, by {2}")
  @MethodSource("undoingACancelledOrder")
  void aSecondCancelChangesNothing(Call undo, CancelMoment moment, By second) {
    order.advanceToDeliveryStarted();
    order.cancel(By.CUSTOMER);
    order.runJobsUpTo(undo);
    moment.run(order, undo, second);
    retryIfItFailed(moment);
    order.runJobs();

    assertTimeline(Undoable.START_DELIVERY.statusesBefore + 1, CANCELLATION_REQUESTED, CANCELLED);
    assertThat(trace.refusals(order.id())).isEmpty();
    assertThat(order.operatorOutcomes())
        .isEqualTo(second == By.OPERATOR ? List.of(Outcome.CANCELLED_BEFORE) : List.of());
    trace.assertEnded(order.id(), CANCELLED);
  }

  static Stream<Arguments> undoingARejectedOrder() {
    return table(Stream.of(Call.CANCEL_STORE_REQUEST, Call.CANCEL_PAYMENT), DURING_THE_UNDO);
  }

  @ParameterizedTest(name = "{0} {1}, by {2}")
  @MethodSource("undoingARejectedOrder")
  void aCancelOfARejectedOrderIsRefused(Call undo, CancelMoment moment, By by) {
    order.advanceToStoreRequested();
    order.storeRejects();
    order.runJobsUpTo(undo);
    moment.run(order, undo, by);
    retryIfItFailed(moment);
    order.runJobs();

    assertTimeline(Undoable.REQUEST_STORE.statusesBefore + 1, REJECTED);
    trace.assertRefused(order, by, Reason.ALREADY_REJECTED);
    trace.assertEnded(order.id(), REJECTED);
  }

  private static Stream<Arguments> table(Stream<?> steps, Set<CancelMoment> moments) {
    return steps.flatMap(
        step ->
            moments.stream()
                .flatMap(
                    moment -> Stream.of(By.values()).map(by -> Arguments.of(step, moment, by))));
  }

  private void retryIfItFailed(CancelMoment moment) {
    if (moment == CancelMoment.BETWEEN_TRIES || moment == CancelMoment.DURING_AN_INCIDENT) {
      order.retry();
    }
  }

  private void assertTimeline(int statusesBefore, OrderStatus... after) {
    assertThat(trace.timeline(order.id()))
        .containsExactlyElementsOf(
            Stream.concat(STATUSES.stream().limit(statusesBefore), Stream.of(after)).toList());
  }

  private void assertUndoneInOrder(Undoable step) {
    assertThat(workers.calls(order.id()))
        .endsWith(step.undo.toArray(Call[]::new))
        .doesNotHaveDuplicates();
    trace.assertEnded(order.id(), CANCELLED);
  }
}
