package io.baedal.local.common;

/** A failure that stops the system from starting or running; its message is one readable line. */
public final class LocalFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes one readable line that states what went wrong. */
  public LocalFailure(String message) {
    super(message);
  }

  public LocalFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
