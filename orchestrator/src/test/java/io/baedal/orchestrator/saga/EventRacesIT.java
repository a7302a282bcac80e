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
import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.saga.DecideOnCancellation.Outcome;
import io.baedal.orchestrator.saga.OrderDriver.By;
import io.baedal.orchestrator.saga.ScriptedWorkers.Call;
import io.baedal.orchestrator.saga.ScriptedWorkers.Point;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Events, deadlines and cancels that reach one order at the same time. */
@OrchestratorTest
@Import(Races.class)
class EventRacesIT {

  @Autowired OrderDriver order;
  @Autowired OrderTrace trace;
  @Autowired ScriptedWorkers workers;

  // ---- two cancels

  static Stream<Arguments> pairs() {
    return Stream.of(By.values())
        .flatMap(first -> Stream.of(By.values()).map(second -> Arguments.of(first, second)));
  }

  @ParameterizedTest(name = "{0} before {1}")
  @MethodSource("pairs")
  void theFirstOfTwoCancelsIsCarriedOut(By first, By second) {
    order.advanceToStoreRequested();
    firstThenSecond(() -> order.cancel(first), () -> order.cancel(second));
    order.runJobs();

    assertTimeline(PLACED, PAYMENT_APPROVED, STORE_REQUESTED, CANCELLATION_REQUESTED, CANCELLED);
    assertReason(first.reason());
    assertThat(trace.refusals(order.id())).isEmpty();
    assertThat(order.operatorOutcomes())
        .containsExactlyElementsOf(
            Stream.concat(
                    Stream.of(Outcome.ACCEPTED).filter(accepted -> first == By.OPERATOR),
                    Stream.of(Outcome.CANCELLED_BEFORE).filter(before -> second == By.OPERATOR))
                .toList());
    trace.assertEnded(order.id(), CANCELLED);
  }

  // ---- a cancel and the answer of the payment or the store

  @ParameterizedTest
  @EnumSource(By.class)
  void aDeclinedPaymentThenACancel(By by) {
    order.placeWithDeclinedPayment();
    firstThenSecond(order::runJob, () -> order.cancel(by));
    order.runJobs();

    assertTimeline(PLACED, REJECTED);
    assertReason(ReasonCode.PAYMENT_DECLINED);
    trace.assertRefused(order, by, Reason.ALREADY_REJECTED);
    trace.assertEnded(order.id(), REJECTED);
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void aCancelThenADeclinedPayment(By by) {
    order.placeWithDeclinedPayment();
    firstThenSecond(() -> order.cancel(by), order::runJob);
    order.runJobs();

    assertTimeline(PLACED, CANCELLATION_REQUESTED, CANCELLED);
    trace.assertAccepted(order, by);
    trace.assertEnded(order.id(), CANCELLED);
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void anAcceptanceThenACancel(By by) {
    order.advanceToStoreRequested();
    firstThenSecond(order::storeAccepts, () -> order.cancel(by));
    order.runJobs();

    assertTimeline(
        PLACED,
        PAYMENT_APPROVED,
        STORE_REQUESTED,
        STORE_ACCEPTED,
        CANCELLATION_REQUESTED,
        CANCELLED);
    trace.assertAccepted(order, by);
    assertThat(workers.calls(order.id())).doesNotContain(Call.START_DELIVERY);
    trace.assertEnded(order.id(), CANCELLED);
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void aCancelThenAnAcceptance(By by) {
    order.advanceToStoreRequested();
    firstThenSecond(() -> order.cancel(by), order::storeAccepts);
    order.runJobs();

    assertTimeline(PLACED, PAYMENT_APPROVED, STORE_REQUESTED, CANCELLATION_REQUESTED, CANCELLED);
    trace.assertAccepted(order, by);
    assertThat(workers.calls(order.id())).doesNotContain(Call.START_DELIVERY);
    trace.assertEnded(order.id(), CANCELLED);
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void aRejectionThenACancel(By by) {
    order.advanceToStoreRequested();
    firstThenSecond(order::storeRejects, () -> order.cancel(by));
    order.runJobs();

    assertTimeline(PLACED, PAYMENT_APPROVED, STORE_REQUESTED, REJECTED);
    assertReason(ReasonCode.STORE_REJECTED);
    trace.assertRefused(order, by, Reason.ALREADY_REJECTED);
    trace.assertEnded(order.id(), REJECTED);
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void aCancelThenARejection(By by) {
    order.advanceToStoreRequested();
    firstThenSecond(() -> order.cancel(by), order::storeRejects);
    order.runJobs();

    assertTimeline(PLACED, PAYMENT_APPROVED, STORE_REQUESTED, CANCELLATION_REQUESTED, CANCELLED);
    trace.assertAccepted(order, by);
    trace.assertEnded(order.id(), CANCELLED);
  }

  // ---- the deadline

  @ParameterizedTest
  @EnumSource(By.class)
  void theDeadlineThenACancel(By by) {
    order.advanceToStoreRequested();
    firstThenSecond(order::runDeadline, () -> order.cancel(by));
    order.runJobs();

    assertTimeline(PLACED, PAYMENT_APPROVED, STORE_REQUESTED, REJECTED);
    assertReason(ReasonCode.STORE_TIMEOUT);
    trace.assertRefused(order, by, Reason.ALREADY_REJECTED);
    trace.assertEnded(order.id(), REJECTED);
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void aCancelThenTheDeadline(By by) {
    order.advanceToStoreRequested();
    firstThenSecond(() -> order.cancel(by), order::runDeadline);
    order.runJobs();

    assertTimeline(PLACED, PAYMENT_APPROVED, STORE_REQUESTED, CANCELLATION_REQUESTED, CANCELLED);
    trace.assertAccepted(order, by);
    trace.assertEnded(order.id(), CANCELLED);
  }

  @Test
  void theDeadlineThenAnAcceptance() {
    order.advanceToStoreRequested();
    firstThenSecond(order::runDeadline, order::storeAccepts);
    order.runJobs();

    assertRejectedByTheDeadline();
  }

  @Test
  void anAcceptanceThenTheDeadline() {
    order.advanceToStoreRequested();
    firstThenSecond(order::storeAccepts, order::runDeadline);
    order.runJobs();
    order.courierPicksUp();
    order.receivePickUp();
    order.receiveCompletion();
    order.runJobs();

    assertDelivered();
    assertThat(workers.calls(order.id())).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCEL_STORE_REQUEST", "CANCEL_PAYMENT"})
  void anAcceptanceWhileAnOrderPastItsDeadlineIsBeingUndone(Call undo) {
    order.advanceToStoreRequested();
    order.runDeadline();
    order.runJobsUpTo(undo);
    Gate answer = order.gateAt(undo, Point.ANSWER);
    var call = OtherThread.run(order::runJob);
    answer.awaitArrival();
    order.storeAccepts();
    answer.open();
    call.join();
    order.runJobs();

    assertRejectedByTheDeadline();
  }

  @Test
  void anAcceptanceAfterAnOrderPastItsDeadlineHasEnded() {
    order.advanceToStoreRequested();
    order.runDeadline();
    order.runJobs();
    order.storeAccepts();
    order.runJobs();

    assertRejectedByTheDeadline();
  }

  // ---- the courier

  @ParameterizedTest
  @EnumSource(By.class)
  void aPickUpThenACancel(By by) {
    order.advanceToDeliveryStarted();
    order.courierPicksUp();
    firstThenSecond(order::receivePickUp, () -> order.cancel(by));
    order.receiveCompletion();
    order.runJobs();

    assertDelivered();
    trace.assertRefused(order, by, Reason.PICKED_UP);
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void aCompletionThenACancel(By by) {
    order.advanceToDeliveryStarted();
    order.courierPicksUp();
    order.receivePickUp();
    firstThenSecond(order::receiveCompletion, () -> order.cancel(by));

    assertDelivered();
    trace.assertRefused(order, by, Reason.ALREADY_DELIVERED);
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void aCancelThenACompletion(By by) {
    order.advanceToDeliveryStarted();
    order.courierPicksUp();
    order.receivePickUp();
    firstThenSecond(() -> order.cancel(by), order::receiveCompletion);

    assertDelivered();
    trace.assertRefused(order, by, Reason.PICKED_UP);
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void aCancelThenAPickUpThatTheCourierHadMadeBefore(By by) {
    order.advanceToDeliveryStarted();
    order.courierPicksUp();
    firstThenSecond(() -> order.cancel(by), order::receivePickUp);
    order.runJobs();
    order.receiveCompletion();
    order.runJobs();

    assertDeliveredInsteadOfCancelled(DELIVERY_STARTED, by);
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void aCancelThatRecallsTheCourierInTime(By by) {
    order.advanceToDeliveryStarted();
    order.cancel(by);
    order.runJob();
    assertThat(workers.effects(order.id()).pickUp()).as("the courier was recalled").isFalse();
    order.runJobs();

    assertTimeline(
        PLACED,
        PAYMENT_APPROVED,
        STORE_REQUESTED,
        STORE_ACCEPTED,
        DELIVERY_STARTED,
        CANCELLATION_REQUESTED,
        CANCELLED);
    trace.assertAccepted(order, by);
    trace.assertEnded(order.id(), CANCELLED);
  }

  @ParameterizedTest(name = "{0} of the recall")
  @EnumSource(Point.class)
  void aPickUpAndACompletionWhileTheRecallIsInProgress(Point point) {
    order.advanceToDeliveryStarted();
    order.courierPicksUp();
    order.cancel(By.CUSTOMER);
    Gate gate = order.gateAt(Call.RECALL_DELIVERY, point);
    var recall = OtherThread.run(order::runJob);
    gate.awaitArrival();
    order.receivePickUp();
    order.receiveCompletion();
    gate.open();
    recall.join();
    awaitParked(0); // the pick-up is known from the recall
    order.runJobs();

    assertDeliveredInsteadOfCancelled(DELIVERY_STARTED, By.CUSTOMER);
  }

  @Test
  void aCourierWhoIsFasterThanTheAnswerOfTheDeliveryWorker() {
    order.advanceTo(Call.START_DELIVERY);
    Gate answer = order.gateAt(Call.START_DELIVERY, Point.ANSWER);
    var call = OtherThread.run(order::runJob);
    answer.awaitArrival();
    order.courierPicksUp();
    order.receivePickUp();
    order.receiveCompletion();
    answer.open();
    call.join();
    awaitParked(0);
    order.runJobs();

    assertDelivered();
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void aCancelWhenTheCourierIsFasterThanTheAnswerOfTheDeliveryWorker(By by) {
    order.advanceTo(Call.START_DELIVERY);
    Gate answer = order.gateAt(Call.START_DELIVERY, Point.ANSWER);
    var call = OtherThread.run(order::runJob);
    answer.awaitArrival();
    order.courierPicksUp();
    order.receivePickUp();
    order.cancel(by);
    answer.open();
    call.join();
    order.runJobs();
    order.receiveCompletion();
    order.runJobs();

    assertDeliveredInsteadOfCancelled(STORE_ACCEPTED, by);
  }

  // ---- helpers

  /** Runs both; the second one waits for a row lock until the first one is committed. */
  private void firstThenSecond(Runnable first, Runnable second) {
    var uncommitted = order.uncommitted(first);
    var waiting = order.waiting(second);
    uncommitted.commit();
    waiting.join();
  }

  private void awaitParked(long number) {
    await().atMost(Duration.ofMinutes(2)).until(() -> trace.parked(order.id()) == number);
  }

  private void assertRejectedByTheDeadline() {
    assertTimeline(PLACED, PAYMENT_APPROVED, STORE_REQUESTED, REJECTED);
    assertReason(ReasonCode.STORE_TIMEOUT);
    assertThat(workers.calls(order.id()))
        .containsExactly(
            Call.APPROVE_PAYMENT,
            Call.REQUEST_STORE,
            Call.CANCEL_STORE_REQUEST,
            Call.CANCEL_PAYMENT);
    trace.assertEnded(order.id(), REJECTED);
  }

  private void assertDelivered() {
    assertTimeline(
        PLACED,
        PAYMENT_APPROVED,
        STORE_REQUESTED,
        STORE_ACCEPTED,
        DELIVERY_STARTED,
        PICKED_UP,
        DELIVERED);
    trace.assertEnded(order.id(), DELIVERED);
  }

  /**
   * The cancel was accepted, then refused because the recall was too late. Nothing else was undone.
   */
  private void assertDeliveredInsteadOfCancelled(OrderStatus last, By by) {
    List<OrderStatus> before =
        Stream.of(PLACED, PAYMENT_APPROVED, STORE_REQUESTED, STORE_ACCEPTED, DELIVERY_STARTED)
            .filter(status -> status.compareTo(last) <= 0)
            .toList();
    assertThat(trace.timeline(order.id()))
        .containsExactlyElementsOf(
            Stream.concat(before.stream(), Stream.of(CANCELLATION_REQUESTED, PICKED_UP, DELIVERED))
                .toList());
    assertThat(trace.refusals(order.id())).containsExactly(Reason.PICKED_UP);
    assertThat(order.operatorOutcomes())
        .isEqualTo(by == By.OPERATOR ? List.of(Outcome.ACCEPTED) : List.of());
    assertThat(workers.calls(order.id()))
        .containsExactly(
            Call.APPROVE_PAYMENT, Call.REQUEST_STORE, Call.START_DELIVERY, Call.RECALL_DELIVERY);
    trace.assertEnded(order.id(), DELIVERED);
  }

  private void assertTimeline(OrderStatus... statuses) {
    assertThat(trace.timeline(order.id())).containsExactly(statuses);
  }

  private void assertReason(ReasonCode reason) {
    assertThat(trace.changes(order.id())).last().extracting("reason").isEqualTo(reason);
  }
}
