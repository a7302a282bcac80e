package io.baedal.messaging.inbox;

/** A message that cannot be read. It is not retried. */
public class UnreadableMessage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableMessage(String message) {
    super(message);
  }

  public UnreadableMessage(String message, Throwable cause) {
    super(message, cause);
  }
}
