package io.baedal.web.access.servlet;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.problem.servlet.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Answers requests without a valid token (RFC 6750, section 3). */
final class AccessProblems implements AuthenticationEntryPoint, AuthenticationFailureHandler {

  private static final String SCHEME = "Bearer realm=\"baedal\"";

  /** There is no token, or it has not the form of one. */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    onAuthenticationFailure(request, response, e);
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    if (e instanceof AuthenticationServiceException) {
      ProblemWriter.write(
          response,
          Problem.of(
              ProblemType.SERVICE_UNAVAILABLE, "The identity provider's keys are not known yet."));
    } else if (e instanceof OAuth2AuthenticationException refused) {
      unauthorized(
          response,
          SCHEME + ", error=\"" + refused.getError().getErrorCode() + "\"",
          "The access token is not valid.");
    } else {
      unauthorized(response, SCHEME, "This call needs an access token.");
    }
  }

  private static void unauthorized(HttpServletResponse response, String challenge, String detail)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
    ProblemWriter.write(response, Problem.of(ProblemType.UNAUTHORIZED, detail));
  }
}
