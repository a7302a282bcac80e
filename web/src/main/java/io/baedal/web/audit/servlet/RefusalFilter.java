package io.baedal.web.audit.servlet;

import io.baedal.web.audit.AuditEntry;
import io.baedal.web.audit.RefusedAccesses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Records each refused access, whatever refused it: it is the first filter, and looks at the
 * status. The outcome of an act is recorded by {@link ActFilter}.
 */
final class RefusalFilter extends OncePerRequestFilter {

  private final Actors actors;
  private final RefusedAccesses refusedAccesses;
  private final Clock clock;

  RefusalFilter(Actors actors, RefusedAccesses refusedAccesses, Clock clock) {
    this.actors = actors;
    this.refusedAccesses = refusedAccesses;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    WhenAnswered.report(request, response, chain, status -> answered(status, request));
  }

  private void answered(int status, HttpServletRequest request) {
    boolean refused =
        status == HttpServletResponse.SC_UNAUTHORIZED || status == HttpServletResponse.SC_FORBIDDEN;
    if (refused && !AuditedRequest.isAct(request)) {
      refusedAccesses.add(
          AuditEntry.refused(
              clock.instant(),
              AuditedRequest.sender(request).orElseGet(() -> actors.of(request)),
              ReceivedCall.of(request),
              status,
              AuditedRequest.reason(request, status)));
    }
  }
}
