package io.baedal.orchestrator.saga;

import static io.baedal.orchestrator.saga.OrderStep.orderId;
import static io.baedal.orchestrator.saga.OrderStep.settledOutcome;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Compensation of "Request store". */
@Component
class CancelStoreRequest implements JavaDelegate {

  private final StoreWorker stores;

  CancelStoreRequest(StoreWorker stores) {
    this.stores = stores;
  }

  @Override
  public void execute(DelegateExecution execution) {
    if (settledOutcome(execution, Step.CANCEL_STORE_REQUEST).isEmpty()) {
      stores.cancel(orderId(execution));
    }
  }
}
