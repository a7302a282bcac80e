package io.baedal.web.problem.servlet;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import java.util.function.Function;

/**
 * Says which problem an exception of the domain is. A service has a bean for each of its
 * exceptions; the domain itself knows nothing of HTTP.
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
