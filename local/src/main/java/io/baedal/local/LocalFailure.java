package io.baedal.local;

/**
 * Something that stops the system from starting or running; its message is one line for a person.
 */
public final class LocalFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what went wrong in one line for a person. */
  public LocalFailure(String message) {
    super(message);
  }

  LocalFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
