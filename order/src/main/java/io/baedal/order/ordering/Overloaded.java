package io.baedal.order.ordering;

/** An order was refused, and nothing changed, since there is more to do than can be done. */
public final class Overloaded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Of what there is too much. */
  public enum Cause {
    /** Orders that wait for their process to begin. */
    BACKLOG,
    /** Requests that are being placed at the same time. */
    AT_WORK
  }

  private final int retryAfterSeconds;

  Overloaded(int retryAfterSeconds) {
    // thousands of these a minute: nobody would read the stack trace
    super("There are too many orders at the moment.", null, false, false);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** When to try again, in seconds from now. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
