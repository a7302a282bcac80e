package io.baedal.web.problem.servlet;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import java.util.function.Function;

/**
 * Maps an exception of the domain to a problem. A service has one bean for each of its exceptions,
 * so that the domain does not depend on HTTP.
 */
public record DomainProblem<E extends Exception>(Class<E> exception, Function<E, Problem> problem) {

  /** A problem whose detail is the exception's own message, which clients may read. */
  public static <E extends Exception> DomainProblem<E> of(Class<E> exception, ProblemType type) {
    return new DomainProblem<>(
        exception, thrown -> Problem.of(type, String.valueOf(thrown.getMessage())));
  }

  Problem of(Exception thrown) {
    return problem.apply(exception.cast(thrown));
  }
}
