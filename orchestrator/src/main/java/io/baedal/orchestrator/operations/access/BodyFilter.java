package io.baedal.orchestrator.operations.access;

import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.servlet.ProblemWriter;
import io.baedal.web.request.BufferedRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Reads the body of a write request after the login, within the limits of {@link Bodies}. */
final class BodyFilter extends OncePerRequestFilter {

  /** The operator calls have a few fields. */
  static final int LARGEST_CALL_BYTES = 64 * 1024;

  /** The engine accepts queries, variables and deployments. */
  static final int LARGEST_ENGINE_BODY_BYTES = 4 * 1024 * 1024;

  private final Bodies bodies;

  BodyFilter(Bodies bodies) {
    this.bodies = bodies;
  }

  /** The body of a read request or of a logout is not used. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Access.reads(request)
        || WebappLogin.isLogout(request)
        || WebUtils.getNativeRequest(request, BufferedRequest.class) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int limit = Access.isEngines(request) ? LARGEST_ENGINE_BODY_BYTES : LARGEST_CALL_BYTES;
    BufferedRequest buffered;
    try {
      buffered = bodies.read(request, limit);
    } catch (ProblemException refused) {
      ProblemWriter.write(request, response, refused.problem());
      return;
    }
    try {
      chain.doFilter(buffered, response);
    } finally {
      bodies.release(buffered);
    }
  }
}
