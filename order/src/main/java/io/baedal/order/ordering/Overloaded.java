package io.baedal.order.ordering;

/** An order was refused because the system is overloaded; nothing was changed. */
public final class Overloaded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Which limit was reached. */
  public enum Cause {
    /** The number of orders whose process has not started. */
    BACKLOG,
    /** The number of orders that are being placed at the same time. */
    AT_WORK
  }

  private final int retryAfterSeconds;

  Overloaded(int retryAfterSeconds) {
    // without a stack trace, since there can be thousands per minute
    super("There are too many orders at the moment.", null, false, false);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** The number of seconds after which to retry. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
