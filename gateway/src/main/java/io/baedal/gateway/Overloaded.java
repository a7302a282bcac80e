package io.baedal.gateway;

import io.baedal.web.problem.Problem;

/** A request was refused, and no service called for it, since there is too much in hand. */
final class Overloaded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Overloaded(Problem problem) {
    // thousands of these a minute: nobody would read the stack trace
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
