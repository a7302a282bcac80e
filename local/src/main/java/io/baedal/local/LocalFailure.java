package io.baedal.local;

/**
 * Something that stops the system from starting or running; its message is one line for a person.
 */
public final class LocalFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LocalFailure(String message) {
    super(message);
  }

  LocalFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
