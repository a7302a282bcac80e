package io.baedal.orchestrator.operations.access;

import io.baedal.web.access.Role;
import io.baedal.web.access.token.CallerAuthentication;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.problem.servlet.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a caller with an operator's token use the engine as an administrator, and refuses other
 * roles before their body is read. Callers with a password are known to the engine already.
 */
final class TokenOperator extends OncePerRequestFilter {

  private final IdentityService identities;

  TokenOperator(IdentityService identities) {
    this.identities = identities;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Access.needsNoLogin(request) || !OperatorLogin.hasToken(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!(SecurityContextHolder.getContext().getAuthentication()
            instanceof CallerAuthentication caller)
        || !caller.caller().isAny(Set.of(Role.OPERATOR))) {
      ProblemWriter.write(
          request, response, Problem.of(ProblemType.FORBIDDEN, "Only operators may do this."));
      return;
    }
    identities.setAuthentication(caller.getName(), List.of(Groups.CAMUNDA_ADMIN));
    try {
      chain.doFilter(request, response);
    } finally {
      identities.clearAuthentication();
    }
  }
}
