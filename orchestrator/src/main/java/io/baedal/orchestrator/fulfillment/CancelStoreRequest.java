package io.baedal.orchestrator.fulfillment;

import static io.baedal.orchestrator.fulfillment.OrderStep.orderId;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Compensation of "Request store". */
@Component
class CancelStoreRequest implements JavaDelegate {

  private final StoreRequests stores;

  CancelStoreRequest(StoreRequests stores) {
    this.stores = stores;
  }

  @Override
  public void execute(DelegateExecution execution) {
    stores.cancel(orderId(execution));
  }
}
