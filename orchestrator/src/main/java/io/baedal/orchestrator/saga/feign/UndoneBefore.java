package io.baedal.orchestrator.saga.feign;

import java.util.UUID;

/**
 * The worker has already undone the step that the process requests. Usually the order was cancelled
 * and this call was late; otherwise an operator must correct the order.
 */
class UndoneBefore extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  UndoneBefore(String step, UUID orderId) {
    super(step + " of order " + orderId + " was undone before it was requested");
  }
}
