package io.baedal.web.problem.servlet;

import io.baedal.web.problem.Problem;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** The problem that a request was answered with, for those who record it. */
public final class AnsweredProblem {

  private static final String ATTRIBUTE = AnsweredProblem.class.getName();

  static void set(ServletRequest request, Problem problem) {
    request.setAttribute(ATTRIBUTE, problem);
  }

  /** The problem; null if there was none, or if another program answered. */
  public static @Nullable Problem of(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Problem problem ? problem : null;
  }

  private AnsweredProblem() {}
}
