package io.baedal.orchestrator.reconciliation;

/** One of the sides does not answer, so that nothing can be compared; the message says which. */
public class LedgerUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LedgerUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
