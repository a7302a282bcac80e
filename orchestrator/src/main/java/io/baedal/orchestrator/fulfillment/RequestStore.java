package io.baedal.orchestrator.fulfillment;

import static io.baedal.orchestrator.fulfillment.OrderStep.orderId;

import io.baedal.orchestrator.progress.OrderProgress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task "Request store". */
@Component
class RequestStore implements JavaDelegate {

  private final StoreRequests stores;
  private final OrderProgress progress;

  RequestStore(StoreRequests stores, OrderProgress progress) {
    this.stores = stores;
    this.progress = progress;
  }

  @Override
  public void execute(DelegateExecution execution) {
    stores.request(progress.placed(orderId(execution)));
  }
}
