package io.baedal.messaging.inbox;

/** A message that can never be read; a retry is useless. */
public class UnreadableMessage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableMessage(String message) {
    super(message);
  }

  public UnreadableMessage(String message, Throwable cause) {
    super(message, cause);
  }
}
