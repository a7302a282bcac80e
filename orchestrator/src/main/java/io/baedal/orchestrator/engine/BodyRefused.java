package io.baedal.orchestrator.engine;

/** A body that is not read, or not to its end. */
final class BodyRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final FilterProblem problem;

  BodyRefused(FilterProblem problem) {
    super(problem.name(), null, false, false);
    this.problem = problem;
  }

  FilterProblem problem() {
    return problem;
  }
}
