package io.baedal.orchestrator.operations.reconciliation;

/** A source does not answer, so that nothing can be compared; the message names the source. */
public class SourceUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SourceUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
