package io.baedal.orchestrator.correlation;

import io.baedal.messaging.event.OrderPlaced;
import io.baedal.orchestrator.fulfillment.ProcessNames;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The running processes, addressed by order. */
@Component
class FulfillmentProcess {

  private final RuntimeService runtime;

  FulfillmentProcess(RuntimeService runtime) {
    this.runtime = runtime;
  }

  void start(OrderPlaced order) {
    runtime.startProcessInstanceByKey(
        ProcessNames.PROCESS,
        order.orderId().toString(),
        Map.of(
            ProcessNames.STORE_ID,
            order.storeId(),
            ProcessNames.AMOUNT,
            order.amount() + " " + order.currency()));
  }

  /** Whether an operator has suspended the process of an order, so that no message reaches it. */
  boolean isSuspended(UUID orderId) {
    return runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(orderId.toString())
            .suspended()
            .count()
        > 0;
  }

  /**
   * Hands a message to the process of an order.
   *
   * @return whether it waited for it
   */
  boolean correlate(UUID orderId, String message, Map<String, Object> variables) {
    // correlateAll, unlike correlate, does not throw when nobody waits; an exception would doom the
    // transaction
    return !runtime
        .createMessageCorrelation(message)
        .processInstanceBusinessKey(orderId.toString())
        .setVariables(variables)
        .correlateAllWithResult()
        .isEmpty();
  }
}
