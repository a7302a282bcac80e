package io.baedal.orchestrator.worker;

import java.util.UUID;

/**
 * A worker remembers the undo of a step that the process asks for. The process has been cancelled
 * meanwhile, and this call was the late one; if it has not, an operator must look.
 */
class UndoneBefore extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  UndoneBefore(String step, UUID orderId) {
    super(step + " of order " + orderId + " was undone before it was asked for");
  }
}
