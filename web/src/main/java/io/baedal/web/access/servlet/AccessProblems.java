package io.baedal.web.access.servlet;

import io.baedal.web.access.token.AccessRefusal;
import io.baedal.web.problem.servlet.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Answers requests without a valid token with an {@link AccessRefusal}. */
final class AccessProblems implements AuthenticationEntryPoint, AuthenticationFailureHandler {

  /** There is no token. */
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
    AccessRefusal refusal = AccessRefusal.of(e);
    if (refusal.challenge() != null) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, refusal.challenge());
    }
    ProblemWriter.write(request, response, refusal.problem());
  }
}
