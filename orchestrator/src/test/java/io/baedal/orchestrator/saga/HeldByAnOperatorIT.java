package io.baedal.orchestrator.saga;

import static io.baedal.messaging.event.OrderStatus.CANCELLATION_REQUESTED;
import static io.baedal.messaging.event.OrderStatus.CANCELLED;
import static io.baedal.messaging.event.OrderStatus.DELIVERY_STARTED;
import static io.baedal.messaging.event.OrderStatus.PAYMENT_APPROVED;
import static io.baedal.messaging.event.OrderStatus.PLACED;
import static io.baedal.messaging.event.OrderStatus.STORE_ACCEPTED;
import static io.baedal.messaging.event.OrderStatus.STORE_REQUESTED;
import static io.baedal.messaging.event.ReasonCode.CUSTOMER_CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.Orders;
import io.baedal.orchestrator.saga.DecideOnCancellation.Outcome;
import io.baedal.orchestrator.saga.OrderDriver.By;
import io.baedal.orchestrator.saga.engine.StartVersion;
import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Operators suspend or delete processes in Cockpit. Messages wait until they resume or replace
 * them.
 */
@OrchestratorTest
@Import(Races.class)
class HeldByAnOperatorIT {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  @Autowired OrderDriver order;
  @Autowired OrderDriver next;
  @Autowired OrderTrace trace;
  @Autowired RepositoryService repository;
  @Autowired ManagementService management;
  @Autowired RuntimeService runtime;
  @Autowired StartVersion version;
  @Autowired DecideOnCancellation cancelOrder;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void activateModel() {
    repository.activateProcessDefinitionById(version.definitionId(), true, null);
  }

  @Test
  void anOrderPlacedWhileTheModelIsSuspendedBeginsWhenItIsActivated() {
    repository.suspendProcessDefinitionById(version.definitionId());
    order.place();
    assertThat(trace.parked(order.id())).isOne();
    assertThat(trace.timeline(order.id())).isEmpty();

    repository.activateProcessDefinitionById(version.definitionId());

    trace.awaitNoParkedMessages(order.id());
    assertThat(trace.timeline(order.id())).containsExactly(PLACED);
  }

  @Test
  void suspendingTakesEffectAtOnceAlthoughDefinitionsAreReadOnceASecond() {
    order.advanceToStoreRequested();
    management.suspendJobDefinitionByProcessDefinitionId(version.definitionId());
    order.storeAccepts();
    assertThat(management.createJobQuery().suspended().processInstanceId(process()).count())
        .isOne();

    repository.suspendProcessDefinitionById(version.definitionId());
    next.place();
    assertThat(trace.parked(next.id())).isOne();

    management.activateJobDefinitionByProcessDefinitionId(version.definitionId(), true);
    repository.activateProcessDefinitionById(version.definitionId());
    trace.awaitNoParkedMessages(next.id());
    order.runJobs();
    assertThat(trace.timeline(order.id())).endsWith(DELIVERY_STARTED);
  }

  @Test
  void anOrderCancelledWhileTheModelIsSuspendedIsCancelledWhenItBegins() {
    repository.suspendProcessDefinitionById(version.definitionId());
    order.place();
    order.cancel(By.CUSTOMER);

    repository.activateProcessDefinitionById(version.definitionId());

    trace.awaitNoParkedMessages(order.id());
    order.runJobs();
    assertThat(trace.timeline(order.id()))
        .containsExactly(PLACED, CANCELLATION_REQUESTED, CANCELLED);
  }

  @Test
  void anOrderThatWaitsToBeginIsNeverDeleted() {
    repository.suspendProcessDefinitionById(version.definitionId());
    order.place();
    jdbc.sql(
            "UPDATE parked_messages SET parked_at = now() - interval '60 days',"
                + " tried_at = now() - interval '10 s'")
        .update();

    await()
        .atMost(TIMEOUT)
        .until(
            () ->
                jdbc.sql("SELECT max(tried_at) > now() - interval '9 s' FROM parked_messages")
                    .query(Boolean.class)
                    .single());
    assertThat(trace.parked(order.id())).isOne();
  }

  @Test
  void anAnswerOfTheStoreWaitsForAProcessThatIsSuspended() {
    order.advanceToStoreRequested();
    repository.suspendProcessDefinitionById(version.definitionId(), true, null);
    order.storeAccepts();
    assertThat(trace.parked(order.id())).isOne();

    repository.activateProcessDefinitionById(version.definitionId(), true, null);

    trace.awaitNoParkedMessages(order.id());
    assertThat(trace.timeline(order.id())).endsWith(STORE_REQUESTED, STORE_ACCEPTED);
  }

  @Test
  void aCancelOfAnOrderWhoseProcessWasDeletedIsNotRefused() {
    order.advanceToStoreRequested();
    deleteProcess();

    order.cancel(By.CUSTOMER);
    order.cancel(By.OPERATOR);

    assertThat(trace.refusals(order.id())).isEmpty();
    assertThat(trace.parked(order.id())).isOne();
    assertThat(order.operatorOutcomes()).containsExactly(Outcome.PROCESS_MISSING);
  }

  @Test
  void aCancelOfASuspendedOrderStoresNoCommentAndWaitsUntilItIsActivated() {
    order.advanceToStoreRequested();
    repository.suspendProcessDefinitionById(version.definitionId(), true, null);

    Outcome outcome =
        transaction.execute(
            tx -> cancelOrder.onRequest(order.id(), ReasonCode.OPERATOR_CANCELLED, "fraud?"));
    assertThat(outcome).isEqualTo(Outcome.SUSPENDED);
    assertThat(
            jdbc.sql("SELECT count(operator_comment) FROM order_progress WHERE order_id = ?")
                .param(order.id())
                .query(Long.class)
                .single())
        .isZero();
    order.cancel(By.CUSTOMER);
    assertThat(trace.refusals(order.id())).isEmpty();
    assertThat(trace.parked(order.id())).isOne();

    repository.activateProcessDefinitionById(version.definitionId(), true, null);

    trace.awaitNoParkedMessages(order.id());
    order.runJobs();
    assertThat(trace.changes(order.id())).last().extracting("reason").isEqualTo(CUSTOMER_CANCELLED);
    assertThat(trace.timeline(order.id())).endsWith(CANCELLATION_REQUESTED, CANCELLED);
  }

  @Test
  void aCancelIsAnsweredByTheProcessThatCorrectsTheOrder() {
    order.advanceToStoreRequested();
    deleteProcess();
    order.cancel(By.CUSTOMER);

    // as in the runbook
    runtime
        .createProcessInstanceById(version.definitionId())
        .businessKey(order.id().toString())
        .setVariable(ProcessNames.REASON, "OPERATOR_CANCELLED")
        .startTransition("Flow_CancellationRequested")
        .execute();

    trace.awaitNoParkedMessages(order.id());
    order.runJobs();
    assertThat(trace.timeline(order.id()))
        .containsExactly(
            PLACED, PAYMENT_APPROVED, STORE_REQUESTED, CANCELLATION_REQUESTED, CANCELLED);
    assertThat(trace.refusals(order.id())).isEmpty();
  }

  private void deleteProcess() {
    runtime.deleteProcessInstance(process(), "by an operator");
  }

  private String process() {
    return Orders.process(order.id(), runtime).getId();
  }
}
