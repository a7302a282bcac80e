package io.baedal.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderCancellationRequested;
import io.baedal.messaging.event.StoreAccepted;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.OrderFixture;
import io.baedal.orchestrator.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OrchestratorTest
class ParkedMessagesIT {

  /** More messages than are tried at a time. */
  private static final int MANY = 210;

  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  @Autowired ReceiveEvent receive;
  @Autowired DeliverParkedMessages deliver;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired RunnableVersions versions;
  @Autowired JdbcClient jdbc;

  private final UUID order = UUID.randomUUID();

  @AfterEach
  void deleteParkedMessages() {
    jdbc.sql("DELETE FROM parked_messages").update();
  }

  @Test
  void ordersOfVersionsThatOtherBuildsRunDoNotDelayTheRest() {
    String other = deployVersionOfAnotherBuild();
    for (int i = 0; i < MANY; i++) {
      UUID others = UUID.randomUUID();
      runtime.startProcessInstanceById(other, others.toString());
      park(others, "io.baedal.delivery.store-accepted.v1");
    }
    parkCancel();

    awaitDelivered();
    assertThat(allParked()).isEqualTo(MANY);
  }

  @Test
  void messagesThatAlwaysFailDoNotDelayTheRest() {
    for (int i = 0; i < MANY; i++) {
      park(UUID.randomUUID(), "io.baedal.unknown.v1");
    }
    parkCancel();

    awaitDelivered();
  }

  @Test
  void messagesOfAnOrderWithoutProcessAreEventuallyDeleted() {
    receive(OrderFixture.order(order));
    runtime.deleteProcessInstance(process().getId(), "by an operator");
    receive(new StoreAccepted(order, "store-1", Instant.EPOCH));
    deliver.sweep();
    assertThat(parked(order)).isOne();

    makeOlder("17 days");
    deliver.sweep();

    assertThat(parked(order)).isZero();
  }

  @Test
  void messagesOfARunningOrderAreKeptAsLongAsItRuns() {
    receive(OrderFixture.order(order));
    runtime.suspendProcessInstanceById(process().getId());
    parkCancel();

    makeOlder("17 days");
    deliver.sweep();

    assertThat(parked(order)).isOne();
  }

  /** The order begins after the cancel, so that only a sweep delivers it. */
  private void parkCancel() {
    receive(new OrderCancellationRequested(order, null, Instant.EPOCH));
    if (process() == null) {
      receive(OrderFixture.order(order));
    }
    jdbc.sql("UPDATE parked_messages SET tried_at = now() - interval '10 s' WHERE order_id = ?")
        .param(order)
        .update();
  }

  /** Without the pauses between two sweeps. */
  private void awaitDelivered() {
    await()
        .atMost(TIMEOUT)
        .until(
            () -> {
              deliver.sweep();
              return parked(order) == 0;
            });
  }

  private String deployVersionOfAnotherBuild() {
    String id =
        repository
            .createDeployment()
            .addModelInstance(
                "other.bpmn",
                Bpmn.createExecutableProcess(ProcessNames.PROCESS)
                    .camundaVersionTag("of-another-build")
                    .camundaHistoryTimeToLiveString("P1D")
                    .startEvent()
                    .userTask()
                    .endEvent()
                    .done())
            .deployWithResult()
            .getDeployedProcessDefinitions()
            .get(0)
            .getId();
    assertThat(versions.runs(id)).isFalse();
    return id;
  }

  private void receive(DomainEvent event) {
    this.receive.all(OrderFixture.received(event));
  }

  private ProcessInstance process() {
    return Orders.process(order, runtime);
  }

  private void park(UUID orderId, String type) {
    jdbc.sql(
            """
            INSERT INTO parked_messages (event_id, order_id, type, payload, tried_at)
            VALUES (?, ?, ?, '{}', now() - interval '1 minute')
            """)
        .params(UUID.randomUUID(), orderId, type)
        .update();
  }

  private void makeOlder(String by) {
    jdbc.sql(
            "UPDATE parked_messages SET parked_at = parked_at - ?::interval,"
                + " tried_at = tried_at - ?::interval")
        .params(by, by)
        .update();
  }

  private long parked(UUID orderId) {
    return jdbc.sql("SELECT count(*) FROM parked_messages WHERE order_id = ?")
        .param(orderId)
        .query(Long.class)
        .single();
  }

  private long allParked() {
    return jdbc.sql("SELECT count(*) FROM parked_messages").query(Long.class).single();
  }
}
