package io.baedal.orchestrator.operations.access;

import io.baedal.web.request.PlainPathFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;

/** Who may request a path. Paths that are not named here are for operators only. */
enum Access {
  /** Any client may read. */
  ANYBODY,
  /** Users who have logged in to a webapp; the webapps decide what may be read without a login. */
  WEBAPP_USERS,
  /** Users of the engine; its authorizations apply. */
  ENGINE_USERS,
  /** Administrators of the engine. */
  OPERATORS;

  /** Methods that change nothing. */
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** The API description of the operator calls, and the entry to the webapps. */
  private static final Pattern OPEN =
      Pattern.compile(
          "/v3/api-docs(/swagger-config|\\.yaml)?|/swagger-ui\\.html|/swagger-ui/.*"
              + "|/|/favicon\\.ico");

  /** Expects a path that {@link PlainPathFilter} has accepted. */
  static Access to(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (isWebapps(path)) {
      return WEBAPP_USERS;
    }
    if (isEngineRest(path)) {
      return ENGINE_USERS;
    }
    return reads(request) && OPEN.matcher(path).matches() ? ANYBODY : OPERATORS;
  }

  /** Whether these filters ask for no login; the webapps have a login of their own. */
  static boolean needsNoLogin(HttpServletRequest request) {
    Access access = to(request);
    return access == ANYBODY || access == WEBAPP_USERS;
  }

  static boolean reads(HttpServletRequest request) {
    return READING.contains(request.getMethod());
  }

  /** Whether the engine handles the request, and not one of our controllers. */
  static boolean isEngines(HttpServletRequest request) {
    String path = request.getRequestURI();
    return isWebapps(path) || isEngineRest(path);
  }

  private static boolean isWebapps(String path) {
    return path.equals("/camunda") || path.startsWith("/camunda/");
  }

  private static boolean isEngineRest(String path) {
    return path.equals("/engine-rest") || path.startsWith("/engine-rest/");
  }
}
