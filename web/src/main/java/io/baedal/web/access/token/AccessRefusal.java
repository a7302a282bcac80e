package io.baedal.web.access.token;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/**
 * The answer to a request without a valid token (RFC 6750, section 3).
 *
 * @param challenge the header {@code WWW-Authenticate}; null if another token would not help
 */
public record AccessRefusal(Problem problem, @Nullable String challenge) {

  private static final String SCHEME = "Bearer realm=\"baedal\"";

  /** The answer to {@code e}; without a token, or if it has not the form of one, to any other. */
  public static AccessRefusal of(AuthenticationException e) {
    if (e instanceof AuthenticationServiceException) {
      return new AccessRefusal(
          Problem.of(
              ProblemType.SERVICE_UNAVAILABLE, "The identity provider's keys are not known yet."),
          null);
    }
    if (e instanceof OAuth2AuthenticationException refused) {
      return new AccessRefusal(
          Problem.of(ProblemType.UNAUTHORIZED, "The access token is not valid."),
          SCHEME + ", error=\"" + refused.getError().getErrorCode() + "\"");
    }
    return new AccessRefusal(
        Problem.of(ProblemType.UNAUTHORIZED, "This call needs an access token."), SCHEME);
  }
}
