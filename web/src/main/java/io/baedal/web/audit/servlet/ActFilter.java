package io.baedal.web.audit.servlet;

import io.baedal.web.audit.Actor;
import io.baedal.web.audit.AuditEntry;
import io.baedal.web.audit.AuditLog;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.problem.servlet.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Records each act of an operator before it runs, and its outcome. An act that cannot be recorded
 * does not run.
 */
final class ActFilter extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(ActFilter.class);

  private final Actors actors;
  private final AuditLog auditLog;
  private final Clock clock;

  ActFilter(Actors actors, AuditLog auditLog, Clock clock) {
    this.actors = actors;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Actor actor = actors.of(request);
    AuditedRequest.markSender(request, actor);
    if (!actor.isOperator() || !actors.isChange(request)) {
      chain.doFilter(request, response);
      return;
    }
    var act = AuditEntry.requested(clock.instant(), actor, ReceivedCall.of(request));
    long number;
    try {
      number = auditLog.append(List.of(act)).get(0).sequence();
    } catch (RuntimeException e) {
      log.warn("an act was refused, since it cannot be recorded: {}", e.toString());
      ProblemWriter.write(
          request,
          response,
          Problem.of(
              ProblemType.SERVICE_UNAVAILABLE,
              "The call cannot be recorded, so it was not done. Repeat the request."));
      return;
    }
    AuditedRequest.markAct(request);
    WhenAnswered.report(request, response, chain, status -> answered(act, number, status, request));
  }

  private void answered(AuditEntry act, long number, int status, HttpServletRequest request) {
    String reason = AuditedRequest.reason(request, status);
    try {
      auditLog.append(List.of(act.answered(clock.instant(), status, reason, number)));
    } catch (RuntimeException e) {
      log.error("the outcome of the act {} is not recorded: {} {}", number, status, e.toString());
    }
  }
}
