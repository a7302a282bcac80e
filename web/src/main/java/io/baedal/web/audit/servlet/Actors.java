package io.baedal.web.audit.servlet;

import io.baedal.web.audit.Actor;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Finds who sent a request, after its token was checked. A service with another login replaces it.
 */
@FunctionalInterface
public interface Actors {

  /** The sender; {@link Actor#UNKNOWN} if there is no login. */
  Actor of(HttpServletRequest request);

  /** Whether the request can change something. */
  default boolean isChange(HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD", "OPTIONS" -> false;
      default -> true;
    };
  }
}
