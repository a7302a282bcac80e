package io.baedal.orchestrator.operations.access;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.problem.servlet.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits concurrent requests without a login. Otherwise slow clients could take all threads, and
 * logged-in users would wait.
 */
final class AnonymousRequests extends OncePerRequestFilter {

  /** Less than half of the 50 threads. */
  static final int AT_A_TIME = 20;

  private final Semaphore permits = new Semaphore(AT_A_TIME);

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    Access access = Access.to(request);
    return access == Access.ENGINE_USERS || access == Access.OPERATORS;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null && WebappLogin.isIn(session)) {
      chain.doFilter(request, response);
    } else if (permits.tryAcquire()) {
      try {
        chain.doFilter(request, response);
      } finally {
        permits.release();
      }
    } else {
      ProblemWriter.write(
          request,
          response,
          Problem.of(ProblemType.OVERLOADED, "Too many requests at a time. Try again later."));
    }
  }
}
