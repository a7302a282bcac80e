package io.baedal.gateway;

import io.baedal.web.problem.Problem;

/** A request was refused because the gateway is overloaded; no service was called. */
final class Overloaded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Overloaded(Problem problem) {
    // without a stack trace, since there can be thousands per minute
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
