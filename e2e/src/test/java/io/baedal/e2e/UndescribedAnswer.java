package io.baedal.e2e;

/** An answer differs from its description. Awaitility would retry an {@link AssertionError}. */
final class UndescribedAnswer extends RuntimeException {

  private static final long serialVersionUID = 1;

  UndescribedAnswer(String message) {
    super(message);
  }
}
