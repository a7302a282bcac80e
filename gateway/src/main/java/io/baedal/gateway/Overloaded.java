package io.baedal.gateway;

/** A request was refused, and no service called for it, since there is too much in hand. */
final class Overloaded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Overloaded(String message) {
    // thousands of these a minute: nobody would read the stack trace
    super(message, null, false, false);
  }
}
