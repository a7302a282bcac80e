package io.baedal.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.OrderFixture;
import io.baedal.orchestrator.Orders;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The query of the job executor returns the jobs in the order of LateStepsFirst. */
@OrchestratorTest
@Import(Races.class)
class LateStepsFirstIT {

  @Autowired ReceiveEvent receive;
  @Autowired DecideOnCancellation cancelOrder;
  @Autowired RetriedTransaction transaction;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired ProcessEngine engine;
  @Autowired FirstSteps firstSteps;

  @Test
  void laterStepsComeBeforeEarlierOnesAndOldOrdersBeforeNewOnes() {
    UUID first = place();
    UUID second = place();
    UUID paid = place();
    runJobOf(paid);
    UUID cancelled = place();
    transaction.call(() -> cancelOrder.onRequest(cancelled, ReasonCode.CUSTOMER_CANCELLED, null));

    assertThat(nextJobs()).containsExactly(cancelled, paid, first, second);

    firstSteps.hold(true);
    assertThat(nextJobs()).containsExactly(cancelled, paid);

    firstSteps.hold(false);
    assertThat(nextJobs()).hasSize(4);
  }

  @Test
  void batchesOfOperatorsHaveALowPriorityAndTheCleanUpAHighOne() {
    UUID order = place();
    var batch = runtime.deleteProcessInstancesAsync(List.of(processOf(order)), "test");

    assertThat(management.createJobQuery().active().list())
        .filteredOn(job -> job.getProcessInstanceId() == null)
        .extracting(Job::getPriority)
        .contains(0L, Long.MAX_VALUE);

    management.deleteBatch(batch.getId(), true);
    runtime.deleteProcessInstance(processOf(order), "test ended");
  }

  private UUID place() {
    OrderPlaced order = OrderFixture.order();
    receive.all(OrderFixture.received(order));
    return order.orderId();
  }

  private void runJobOf(UUID order) {
    management.executeJob(
        management.createJobQuery().processInstanceId(processOf(order)).singleResult().getId());
  }

  private String processOf(UUID order) {
    return Orders.process(order, runtime).getId();
  }

  /** The orders whose jobs a job executor would acquire next, in that order. */
  private List<UUID> nextJobs() {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired()
            .execute(command -> command.getJobManager().findNextJobsToExecute(new Page(0, 10)))
            .stream()
            .map(AcquirableJobEntity::getProcessInstanceId)
            // the clean-up job of the engine belongs to no order
            .filter(Objects::nonNull)
            .map(this::orderOf)
            .toList();
  }

  private UUID orderOf(String processInstanceId) {
    return UUID.fromString(
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(processInstanceId)
            .singleResult()
            .getBusinessKey());
  }
}
