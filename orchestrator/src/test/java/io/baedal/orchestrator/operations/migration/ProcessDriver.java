package io.baedal.orchestrator.operations.migration;

import static java.util.stream.Collectors.toSet;

import io.baedal.messaging.event.DeliveryCompleted;
import io.baedal.messaging.event.DeliveryPickedUp;
import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderCancellationRequested;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.StoreAccepted;
import io.baedal.messaging.event.StoreRejected;
import io.baedal.orchestrator.OrderFixture;
import io.baedal.orchestrator.Orders;
import io.baedal.orchestrator.saga.OrderProgress;
import io.baedal.orchestrator.saga.ProcessNames;
import io.baedal.orchestrator.saga.ReceiveEvent;
import io.baedal.orchestrator.saga.RetriedTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;

/**
 * Advances orders one step at a time: it runs the due job, or sends the message or fires the timer
 * for which the order waits. It does not depend on ids of elements, so that it works with any
 * version.
 */
class ProcessDriver {

  /** The ways in which an order can end. */
  enum Scenario {
    DELIVERED,
    PAYMENT_DECLINED,
    STORE_REJECTS,
    STORE_DOES_NOT_ANSWER,
    CANCELLED,
    COURIER_IS_FASTER
  }

  private final ReceiveEvent receive;
  private final RetriedTransaction transaction;
  private final OrderProgress progress;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final BookedWorkers workers;

  ProcessDriver(
      ReceiveEvent receive,
      RetriedTransaction transaction,
      OrderProgress progress,
      RuntimeService runtime,
      ManagementService management,
      BookedWorkers workers) {
    this.receive = receive;
    this.transaction = transaction;
    this.progress = progress;
    this.runtime = runtime;
    this.management = management;
    this.workers = workers;
  }

  /** Begins an order on a version of the process, given by the engine's id. */
  UUID begin(String definitionId, Scenario scenario) {
    String method = scenario == Scenario.PAYMENT_DECLINED ? "declined" : "approved";
    OrderPlaced order = OrderFixture.order(UUID.randomUUID(), method);
    if (scenario == Scenario.COURIER_IS_FASTER) {
      workers.letCourierBeFaster(order.orderId());
    }
    transaction.call(
        () -> {
          progress.begin(order);
          return runtime.startProcessInstanceById(definitionId, order.orderId().toString());
        });
    return order.orderId();
  }

  /**
   * Takes up to {@code steps} steps, fewer if the order ends.
   *
   * @return whether its process still exists
   */
  boolean advance(UUID orderId, Scenario scenario, int steps) {
    for (int step = 0; step < steps && process(orderId) != null; step++) {
      step(orderId, scenario);
    }
    return process(orderId) != null;
  }

  void runToEnd(UUID orderId, Scenario scenario) {
    if (advance(orderId, scenario, 40)) {
      throw new AssertionError("order " + orderId + " does not end: " + places(orderId));
    }
  }

  private void step(UUID orderId, Scenario scenario) {
    Job job = job(orderId);
    if (job != null) {
      management.executeJob(job.getId());
      return;
    }
    Set<String> waits =
        subscriptions(orderId).stream().map(EventSubscription::getEventName).collect(toSet());
    if (waits.contains(ProcessNames.MESSAGE_STORE_ANSWERED)) {
      storeAnswers(orderId, scenario);
    } else if (waits.contains(ProcessNames.MESSAGE_DELIVERY_PICKED_UP)) {
      boolean cancel = scenario == Scenario.CANCELLED || scenario == Scenario.COURIER_IS_FASTER;
      receive(cancel ? cancelOf(orderId) : new DeliveryPickedUp(orderId, Instant.EPOCH));
    } else if (waits.contains(ProcessNames.MESSAGE_DELIVERY_COMPLETED)) {
      receive(new DeliveryCompleted(orderId, Instant.EPOCH));
    } else {
      throw new AssertionError("order " + orderId + " waits for nothing: " + places(orderId));
    }
  }

  private void storeAnswers(UUID orderId, Scenario scenario) {
    switch (scenario) {
      case STORE_DOES_NOT_ANSWER -> management.executeJob(deadline(orderId).getId());
      case STORE_REJECTS ->
          receive(new StoreRejected(orderId, "store-1", "sold out", Instant.EPOCH));
      default -> receive(new StoreAccepted(orderId, "store-1", Instant.EPOCH));
    }
  }

  void cancel(UUID orderId) {
    receive(cancelOf(orderId));
  }

  private static DomainEvent cancelOf(UUID orderId) {
    return new OrderCancellationRequested(orderId, null, Instant.EPOCH);
  }

  private void receive(DomainEvent event) {
    receive.all(OrderFixture.received(event));
  }

  /** The process of an order; null when it has ended. */
  ProcessInstance process(UUID orderId) {
    return Orders.process(orderId, runtime);
  }

  /** The job of the save point at which an order is; null if it waits for something else. */
  Job job(UUID orderId) {
    return management
        .createJobQuery()
        .processInstanceId(process(orderId).getProcessInstanceId())
        .messages()
        .singleResult();
  }

  Job deadline(UUID orderId) {
    return management
        .createJobQuery()
        .processInstanceId(process(orderId).getProcessInstanceId())
        .activityId("Boundary_AcceptanceDeadline")
        .singleResult();
  }

  List<EventSubscription> subscriptions(UUID orderId) {
    return runtime
        .createEventSubscriptionQuery()
        .processInstanceId(process(orderId).getProcessInstanceId())
        .list();
  }

  Set<String> places(UUID orderId) {
    return leaves(runtime.getActivityInstance(process(orderId).getProcessInstanceId()))
        .collect(toSet());
  }

  private static Stream<String> leaves(ActivityInstance instance) {
    Stream<String> jobs =
        Stream.of(instance.getChildTransitionInstances()).map(TransitionInstance::getActivityId);
    Stream<String> children =
        Stream.of(instance.getChildActivityInstances()).flatMap(ProcessDriver::leaves);
    boolean leaf =
        instance.getChildActivityInstances().length == 0
            && instance.getChildTransitionInstances().length == 0;
    return leaf ? Stream.of(instance.getActivityId()) : Stream.concat(jobs, children);
  }
}
