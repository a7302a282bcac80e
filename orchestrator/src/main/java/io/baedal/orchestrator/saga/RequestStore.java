package io.baedal.orchestrator.saga;

import static io.baedal.orchestrator.saga.OrderStep.orderId;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task "Request store". */
@Component
class RequestStore implements JavaDelegate {

  private final StoreWorker stores;
  private final OrderProgress progress;

  RequestStore(StoreWorker stores, OrderProgress progress) {
    this.stores = stores;
    this.progress = progress;
  }

  @Override
  public void execute(DelegateExecution execution) {
    stores.request(progress.placed(orderId(execution)));
  }
}
