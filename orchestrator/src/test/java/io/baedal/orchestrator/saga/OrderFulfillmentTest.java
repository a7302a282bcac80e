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
import static io.baedal.messaging.event.ReasonCode.CUSTOMER_CANCELLED;
import static io.baedal.messaging.event.ReasonCode.OPERATOR_CANCELLED;
import static io.baedal.messaging.event.ReasonCode.PAYMENT_DECLINED;
import static io.baedal.messaging.event.ReasonCode.STORE_REJECTED;
import static io.baedal.messaging.event.ReasonCode.STORE_TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.baedal.messaging.event.DeliveryCompleted;
import io.baedal.messaging.event.DeliveryPickedUp;
import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderCancellationRequested;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.OrderStatusChanged;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.messaging.event.StoreAccepted;
import io.baedal.messaging.event.StoreRejected;
import io.baedal.messaging.inbox.ReceivedEvent;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.OrderFixture;
import io.baedal.orchestrator.Orders;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The real model on the real engine; the workers are mocks, and the test runs the jobs. */
@OrchestratorTest
// the engine's history of steps is needed for the coverage
@TestPropertySource(properties = "camunda.bpm.history-level=activity")
@Import(OrderFulfillmentTest.Coverage.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OrderFulfillmentTest {

  /** Why a job may fail: a worker fails or a race is lost. */
  private static final Class<?>[] EXPECTED = {
    IllegalStateException.class, CallNotPermittedException.class, OptimisticLockingException.class
  };

  @MockitoBean PaymentWorker payments;
  @MockitoBean StoreWorker stores;
  @MockitoBean DeliveryWorker deliveries;

  @Autowired ReceiveEvent receive;
  @Autowired DecideOnCancellation cancelOrder;
  @Autowired RetriedTransaction transaction;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired HistoryService history;
  @Autowired RepositoryService repository;
  @Autowired JdbcClient jdbc;
  @Autowired OrderTrace trace;
  @Autowired ModelCoverage coverage;

  private final OrderPlaced order = OrderFixture.order();
  private final UUID id = order.orderId();

  @BeforeEach
  void workersSucceed() {
    when(payments.approve(any())).thenReturn(PaymentWorker.Approval.APPROVED);
    when(deliveries.recall(any())).thenReturn(DeliveryWorker.Recall.RECALLED);
  }

  @AfterEach
  void deleteProcesses() {
    Orders.deleteProcesses(runtime);
    jdbc.sql("DELETE FROM parked_messages").update();
  }

  @Test
  void deliversAnOrder() {
    receive(order);
    runJobs();
    receive(storeAccepts());
    runJobs();
    receive(new DeliveryPickedUp(id, Instant.EPOCH));
    receive(new DeliveryCompleted(id, Instant.EPOCH));
    runJobs();

    assertThat(trace.timeline(id))
        .containsExactly(
            PLACED,
            PAYMENT_APPROVED,
            STORE_REQUESTED,
            STORE_ACCEPTED,
            DELIVERY_STARTED,
            PICKED_UP,
            DELIVERED);
    assertThat(reason()).isNull();
    assertThat(Orders.process(id, runtime)).isNull();
    var calls = inOrder(payments, stores, deliveries);
    calls.verify(payments).approve(order);
    calls.verify(stores).request(order);
    calls.verify(deliveries).start(order);
    calls.verifyNoMoreInteractions();
  }

  @Test
  void rejectsAnOrderWhosePaymentIsDeclined() {
    when(payments.approve(any())).thenReturn(PaymentWorker.Approval.DECLINED);

    receive(order);
    runJobs();

    assertThat(trace.timeline(id)).containsExactly(PLACED, REJECTED);
    assertThat(reason()).isEqualTo(PAYMENT_DECLINED);
    verify(payments).cancel(id);
    verifyNoMoreInteractions(stores, deliveries);
  }

  @Test
  void rejectsAnOrderThatTheStoreRejects() {
    receive(order);
    runJobs();
    receive(new StoreRejected(id, "store-1", "sold out", Instant.EPOCH));
    runJobs();

    assertThat(trace.timeline(id))
        .containsExactly(PLACED, PAYMENT_APPROVED, STORE_REQUESTED, REJECTED);
    assertThat(reason()).isEqualTo(STORE_REJECTED);
    var undo = inOrder(stores, payments);
    undo.verify(stores).cancel(id);
    undo.verify(payments).cancel(id);
  }

  @Test
  void rejectsAnOrderWhoseStoreDoesNotAnswerInTime() {
    receive(order);
    runJobs();
    Job deadline = management.createJobQuery().timers().singleResult();
    assertThat(deadline.getDuedate()).isAfter(Instant.now().plusSeconds(590));
    management.executeJob(deadline.getId());
    runJobs();
    receive(storeAccepts());

    assertThat(trace.timeline(id))
        .containsExactly(PLACED, PAYMENT_APPROVED, STORE_REQUESTED, REJECTED);
    assertThat(reason()).isEqualTo(STORE_TIMEOUT);
    verify(payments).cancel(id);
    assertThat(trace.parked(id)).isZero();
  }

  @Test
  void cancelsBeforeThePaymentIsRequested() {
    receive(order);
    receive(customerCancels());
    runJobs();

    assertThat(trace.timeline(id)).containsExactly(PLACED, CANCELLATION_REQUESTED, CANCELLED);
    assertThat(reason()).isEqualTo(CUSTOMER_CANCELLED);
    verify(payments, never()).approve(any());
    verify(payments).cancel(id);
    assertThat(transaction.call(() -> cancelOrder.onRequest(id, OPERATOR_CANCELLED, null)))
        .isEqualTo(DecideOnCancellation.Outcome.CANCELLED_BEFORE);
  }

  @Test
  void cancelsWhileTheStoreHasNotAnswered() {
    receive(order);
    runJobs();
    receive(customerCancels());
    runJobs();

    assertThat(trace.timeline(id))
        .containsExactly(
            PLACED, PAYMENT_APPROVED, STORE_REQUESTED, CANCELLATION_REQUESTED, CANCELLED);
    var undo = inOrder(stores, payments);
    undo.verify(stores).cancel(id);
    undo.verify(payments).cancel(id);
  }

  @Test
  void cancelsAfterTheStoreAcceptedAndBeforeTheDeliveryIsStarted() {
    receive(order);
    runJobs();
    receive(storeAccepts());
    receive(customerCancels());
    runJobs();

    assertThat(trace.timeline(id)).endsWith(STORE_ACCEPTED, CANCELLATION_REQUESTED, CANCELLED);
    verify(deliveries, never()).start(any());
    verify(deliveries).recall(id);
    verify(stores).cancel(id);
    verify(payments).cancel(id);
  }

  @Test
  void undoesTheLastStepFirstWhenADeliveryIsCancelled() {
    startDelivery();
    receive(customerCancels());
    runJobs();

    assertThat(trace.timeline(id)).endsWith(DELIVERY_STARTED, CANCELLATION_REQUESTED, CANCELLED);
    var undo = inOrder(deliveries, stores, payments);
    undo.verify(deliveries).recall(id);
    undo.verify(stores).cancel(id);
    undo.verify(payments).cancel(id);
  }

  @Test
  void refusesToCancelAfterThePickUp() {
    startDelivery();
    receive(new DeliveryPickedUp(id, Instant.EPOCH));
    receive(customerCancels());
    runJobs();

    assertThat(trace.timeline(id)).endsWith(DELIVERY_STARTED, PICKED_UP);
    assertThat(trace.refusals(id)).containsExactly(OrderCancellationRefused.Reason.PICKED_UP);
    receive(new DeliveryCompleted(id, Instant.EPOCH));
    runJobs();
    receive(customerCancels());
    assertThat(trace.timeline(id)).endsWith(PICKED_UP, DELIVERED);
    assertThat(trace.refusals(id))
        .containsExactly(
            OrderCancellationRefused.Reason.PICKED_UP,
            OrderCancellationRefused.Reason.ALREADY_DELIVERED);
  }

  @Test
  void deliversWhenTheCourierIsFasterThanTheRecall() {
    when(deliveries.recall(any())).thenReturn(DeliveryWorker.Recall.TOO_LATE);
    startDelivery();
    receive(customerCancels());
    receive(new DeliveryPickedUp(id, Instant.EPOCH));
    receive(new DeliveryCompleted(id, Instant.EPOCH));
    runJobs();
    // the pick-up is known from the recall, so that its message is discarded
    awaitParked(0);
    runJobs();

    assertThat(trace.timeline(id))
        .endsWith(DELIVERY_STARTED, CANCELLATION_REQUESTED, PICKED_UP, DELIVERED);
    assertThat(reason()).isNull();
    assertThat(trace.refusals(id)).containsExactly(OrderCancellationRefused.Reason.PICKED_UP);
    verify(stores, never()).cancel(any());
    verify(payments, never()).cancel(any());
  }

  @Test
  void cancelsByAMessageWithoutAReason() {
    receive(order);
    runJobs();
    runtime
        .createMessageCorrelation(ProcessNames.MESSAGE_CANCEL_ORDER)
        .processInstanceBusinessKey(id.toString())
        .correlate();
    runJobs();

    assertThat(trace.timeline(id)).endsWith(CANCELLATION_REQUESTED, CANCELLED);
    assertThat(reason()).isEqualTo(OPERATOR_CANCELLED);
  }

  @Test
  void aMessageCannotCancelAfterThePickUp() {
    startDelivery();
    receive(new DeliveryPickedUp(id, Instant.EPOCH));

    assertThatThrownBy(
            () ->
                runtime
                    .createMessageCorrelation(ProcessNames.MESSAGE_CANCEL_ORDER)
                    .processInstanceBusinessKey(id.toString())
                    .correlate())
        .isInstanceOf(org.camunda.bpm.engine.ProcessEngineException.class);
    receive(new DeliveryCompleted(id, Instant.EPOCH));
    runJobs();
    assertThat(trace.timeline(id)).endsWith(PICKED_UP, DELIVERED);
  }

  @Test
  void anOrderThatAnOperatorMovesBackEndsInAnIncident() {
    receive(order);
    runJobs();
    var instance = Orders.process(id, runtime);
    runtime
        .createProcessInstanceModification(instance.getId())
        .cancelAllForActivity("Task_AwaitStoreAnswer")
        .startBeforeActivity("Task_RequestStore")
        .execute();
    Job job = management.createJobQuery().messages().singleResult();
    for (int tries = 0; tries < 12; tries++) {
      tryJob(job);
    }

    assertThat(runtime.createIncidentQuery().activityId("Task_RequestStore").count()).isOne();
    assertThat(trace.timeline(id)).containsExactly(PLACED, PAYMENT_APPROVED, STORE_REQUESTED);
  }

  @Test
  void startsAnOrderOnceIfItsEventIsRepeated() {
    var placed = new ReceivedEvent(UUID.randomUUID(), order);
    receive.all(List.of(placed));
    receive.all(List.of(placed));
    receive(order);

    assertThat(Orders.process(id, runtime)).isNotNull();
    assertThat(trace.timeline(id)).containsExactly(PLACED);
  }

  @Test
  void parksMessagesThatArriveTooEarly() {
    receive(new StoreAccepted(UUID.randomUUID(), "store-1", Instant.EPOCH));
    receive(new DeliveryCompleted(id, Instant.EPOCH));
    receive(new DeliveryPickedUp(id, Instant.EPOCH));
    receive(storeAccepts());
    assertThat(trace.parked(id)).isEqualTo(3);

    receive(order);
    runJobs();
    awaitParked(2);
    runJobs();
    awaitParked(0);
    runJobs();

    assertThat(trace.timeline(id)).endsWith(STORE_ACCEPTED, DELIVERY_STARTED, PICKED_UP, DELIVERED);
    assertThat(trace.parked(id)).isZero();
  }

  @Test
  void repeatedAndLateEventsChangeNothing() {
    var accepted = new ReceivedEvent(UUID.randomUUID(), storeAccepts());
    receive(order);
    runJobs();
    receive.all(List.of(accepted));
    receive.all(List.of(accepted));
    runJobs();
    receive(order);
    receive(storeAccepts());
    receive(new DeliveryPickedUp(id, Instant.EPOCH));
    receive(storeAccepts());
    receive(new DeliveryPickedUp(id, Instant.EPOCH));
    assertThat(trace.parked(id)).isZero();
    receive(new DeliveryCompleted(id, Instant.EPOCH));
    receive(new DeliveryCompleted(id, Instant.EPOCH));
    runJobs();
    awaitParked(0);
    receive(storeAccepts());
    receive(new DeliveryCompleted(id, Instant.EPOCH));

    assertThat(trace.parked(id)).isZero();
    assertThat(trace.timeline(id))
        .hasSize(7)
        .endsWith(PICKED_UP, DELIVERED)
        .doesNotHaveDuplicates();
    verify(payments, times(1)).approve(any());
    verify(deliveries, times(1)).start(any());
  }

  @Test
  void cancelsAnOrderWhoseCancelArrivesFirst() {
    receive(customerCancels());
    receive(order);
    runJobs();
    awaitParked(0);
    runJobs();

    assertThat(trace.timeline(id)).endsWith(CANCELLATION_REQUESTED, CANCELLED);
  }

  @Test
  void aTechnicalFaultUsesUpARetryAndTheLastOneCreatesAnIncident() {
    doThrow(new IllegalStateException("worker is down")).when(stores).request(any());
    receive(order);
    runJobs();
    Job job = management.createJobQuery().messages().singleResult();
    assertThat(job.getRetries()).isEqualTo(11);
    assertThat(job.getExceptionMessage()).isEqualTo("worker is down");
    assertThat(job.getDuedate()).isAfter(Instant.now());

    for (int retry = 0; retry < 11; retry++) {
      tryJob(job);
    }
    assertThat(runtime.createIncidentQuery().activityId("Task_RequestStore").count()).isOne();
    assertThat(trace.timeline(id)).containsExactly(PLACED, PAYMENT_APPROVED);

    doNothing().when(stores).request(any());
    management.setJobRetries(job.getId(), 1);
    runJobs();
    assertThat(runtime.createIncidentQuery().count()).isZero();
    assertThat(trace.timeline(id)).endsWith(STORE_REQUESTED);
  }

  @Test
  void anOpenBreakerDelaysAJobAndKeepsItsRetries() {
    var breaker = CircuitBreaker.ofDefaults("payment");
    breaker.transitionToOpenState();
    doThrow(CallNotPermittedException.createCallNotPermittedException(breaker))
        .when(payments)
        .approve(any());
    receive(order);
    runJobs();

    Job job = management.createJobQuery().messages().singleResult();
    assertThat(job.getRetries()).isEqualTo(12);
    assertThat(job.getExceptionMessage()).isNull();
    assertThat(job.getDuedate()).isAfter(Instant.now());
  }

  @Test
  void aFailedUndoIsRetriedAndSkipsNothing() {
    doThrow(new IllegalStateException("worker is down")).doNothing().when(stores).cancel(any());
    startDelivery();
    receive(customerCancels());
    runJobs();
    verify(payments, never()).cancel(any());

    tryJob(management.createJobQuery().messages().singleResult());
    runJobs();

    assertThat(trace.timeline(id)).endsWith(CANCELLATION_REQUESTED, CANCELLED);
    verify(deliveries, times(1)).recall(id);
    verify(stores, times(2)).cancel(id);
    verify(payments, times(1)).cancel(id);
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void everyNodeAndFlowOfTheModelWasCovered() {
    var model =
        repository.getBpmnModelInstance(
            repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(ProcessNames.PROCESS)
                .singleResult()
                .getId());
    var reached =
        history.createHistoricActivityInstanceQuery().list().stream()
            .map(HistoricActivityInstance::getActivityId)
            .collect(Collectors.toSet());

    assertThat(coverage.flowsNotTaken(model)).isEmpty();
    assertThat(ModelCoverage.nodesNotReached(model, reached)).isEmpty();
  }

  // ---- helpers

  private void startDelivery() {
    receive(order);
    runJobs();
    receive(storeAccepts());
    runJobs();
  }

  private void receive(DomainEvent event) {
    receive.all(OrderFixture.received(event));
  }

  private StoreAccepted storeAccepts() {
    return new StoreAccepted(id, "store-1", Instant.EPOCH);
  }

  private OrderCancellationRequested customerCancels() {
    return new OrderCancellationRequested(id, "changed my mind", Instant.EPOCH);
  }

  private void runJobs() {
    Orders.runJobs(management, EXPECTED);
  }

  private void tryJob(Job job) {
    Orders.tryJob(job, management, EXPECTED);
  }

  /** Waits for deliveries of parked messages; they need no sweep. */
  private void awaitParked(int left) {
    await().atMost(Duration.ofMinutes(2)).until(() -> trace.parked(id) == left);
  }

  private ReasonCode reason() {
    List<OrderStatusChanged> changes = trace.changes(id);
    return changes.get(changes.size() - 1).reason();
  }

  @TestConfiguration
  static class Coverage {
    @Bean
    ModelCoverage modelCoverage() {
      return new ModelCoverage();
    }

    @Bean
    OrderTrace orderTrace() {
      return new OrderTrace();
    }
  }
}
