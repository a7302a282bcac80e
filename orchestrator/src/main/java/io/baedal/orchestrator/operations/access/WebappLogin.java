package io.baedal.orchestrator.operations.access;

import io.baedal.orchestrator.operations.access.PasswordChecks.Outcome;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.problem.servlet.ProblemWriter;
import io.baedal.web.request.BufferedRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.regex.Pattern;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses write requests to the webapps before a login there, except login and logout. Only the
 * small body of a login is read. The webapps' own authorizations apply in addition.
 */
final class WebappLogin extends OncePerRequestFilter {

  private static final int LARGEST_LOGIN_BYTES = 4 * 1024;
  private static final Pattern LOGIN =
      Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/[^/]+");
  private static final Pattern LOGOUT =
      Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout");

  private final PasswordChecks passwords;
  private final Bodies bodies;

  WebappLogin(PasswordChecks passwords, Bodies bodies) {
    this.passwords = passwords;
    this.bodies = bodies;
  }

  /** Whether a user is logged in to the webapps in this session. */
  static boolean isIn(HttpSession session) {
    return !AuthenticationUtil.getAuthsFromSession(session).getAuthentications().isEmpty();
  }

  static boolean isLogout(HttpServletRequest request) {
    return LOGOUT.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Access.to(request) != Access.WEBAPP_USERS;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    HttpSession session = request.getSession(false);
    if (LOGIN.matcher(path).matches()) {
      logIn(request, response, chain);
    } else if (Access.reads(request) || isLogout(request) || (session != null && isIn(session))) {
      chain.doFilter(request, response);
    } else {
      ProblemWriter.write(
          request, response, Problem.of(ProblemType.UNAUTHORIZED, "Log in as an operator."));
    }
  }

  private void logIn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    BufferedRequest form;
    try {
      form = bodies.read(request, LARGEST_LOGIN_BYTES);
    } catch (ProblemException refused) {
      ProblemWriter.write(request, response, refused.problem());
      return;
    }
    try {
      Outcome outcome =
          passwords.check(
              request.getRemoteAddr(),
              () -> {
                chain.doFilter(form, response);
                return response.getStatus() != HttpStatus.UNAUTHORIZED.value();
              });
      if (outcome == Outcome.NOT_CHECKED) {
        ProblemWriter.write(
            request,
            response,
            Problem.of(ProblemType.OVERLOADED, "Too many requests at a time. Try again later."));
      }
    } finally {
      bodies.release(form);
    }
  }
}
