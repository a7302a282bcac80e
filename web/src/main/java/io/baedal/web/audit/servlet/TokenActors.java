package io.baedal.web.audit.servlet;

import io.baedal.web.access.token.CallerAuthentication;
import io.baedal.web.audit.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;

/** Finds the caller of a request by its token. */
final class TokenActors implements Actors {

  @Override
  public Actor of(HttpServletRequest request) {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof CallerAuthentication authentication
        ? Actor.of(authentication.caller())
        : Actor.UNKNOWN;
  }
}
