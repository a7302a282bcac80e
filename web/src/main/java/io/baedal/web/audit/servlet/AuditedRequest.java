package io.baedal.web.audit.servlet;

import io.baedal.web.audit.Actor;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.problem.servlet.AnsweredProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the filters know of a request, in its attributes. */
final class AuditedRequest {

  private static final String SENDER = AuditedRequest.class.getName() + ".sender";
  private static final String ACT = AuditedRequest.class.getName() + ".act";

  static void markSender(HttpServletRequest request, Actor actor) {
    request.setAttribute(SENDER, actor);
  }

  /** Empty if the request was refused before its sender was known. */
  static Optional<Actor> sender(HttpServletRequest request) {
    return Optional.ofNullable((Actor) request.getAttribute(SENDER));
  }

  static void markAct(HttpServletRequest request) {
    request.setAttribute(ACT, true);
  }

  static boolean isAct(HttpServletRequest request) {
    return request.getAttribute(ACT) != null;
  }

  /**
   * Why a request was not done. The details of refusals are fixed sentences; other details can
   * contain data of an order.
   */
  static @Nullable String reason(HttpServletRequest request, int status) {
    if (status < HttpServletResponse.SC_BAD_REQUEST) {
      return null;
    }
    Problem problem = AnsweredProblem.of(request);
    if (problem == null) {
      return ProblemType.of(status).title();
    }
    boolean refused =
        status == HttpServletResponse.SC_UNAUTHORIZED || status == HttpServletResponse.SC_FORBIDDEN;
    return refused ? problem.detail() : problem.type().title();
  }

  private AuditedRequest() {}
}
