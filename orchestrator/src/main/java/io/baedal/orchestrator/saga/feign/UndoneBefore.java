package io.baedal.orchestrator.saga.feign;

import java.util.UUID;

/**
 * The worker has already undone the step that the process requests. The order was cancelled
 * meanwhile and this call was late; if it was not cancelled, an operator must look.
 */
class UndoneBefore extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  UndoneBefore(String step, UUID orderId) {
    super(step + " of order " + orderId + " was undone before it was requested");
  }
}
