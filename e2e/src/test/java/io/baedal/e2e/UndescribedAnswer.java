package io.baedal.e2e;

/** An answer is not as it is described. No {@link AssertionError}, which waiting would repeat. */
final class UndescribedAnswer extends RuntimeException {

  private static final long serialVersionUID = 1;

  UndescribedAnswer(String message) {
    super(message);
  }
}
