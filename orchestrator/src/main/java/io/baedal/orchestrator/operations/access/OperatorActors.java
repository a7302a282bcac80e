package io.baedal.orchestrator.operations.access;

import io.baedal.web.access.Role;
import io.baedal.web.access.token.CallerAuthentication;
import io.baedal.web.audit.Actor;
import io.baedal.web.audit.servlet.Actors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Finds operators by their token, their password, or their login to the webapps. */
@Component
class OperatorActors implements Actors {

  @Override
  public Actor of(HttpServletRequest request) {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof CallerAuthentication authentication) {
      return Actor.of(authentication.caller());
    }
    if (request.getAttribute(OperatorLogin.USER) instanceof String refusedUser) {
      return new Actor(refusedUser, List.of());
    }
    HttpSession session = request.getSession(false);
    return session != null && WebappLogin.isIn(session)
        ? new Actor(usersOf(session), List.of(Role.OPERATOR.claim()))
        : Actor.UNKNOWN;
  }

  @Override
  public boolean isChange(HttpServletRequest request) {
    return Actors.super.isChange(request) && !EngineQuery.isSentBy(request);
  }

  /** A session can have a login of each engine; here there is one engine. */
  private static String usersOf(HttpSession session) {
    return AuthenticationUtil.getAuthsFromSession(session).getAuthentications().stream()
        .map(Authentication::getName)
        .sorted()
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
