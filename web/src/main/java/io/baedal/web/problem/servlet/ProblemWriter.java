package io.baedal.web.problem.servlet;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Answers with a problem outside Spring MVC, for example in filters. */
public final class ProblemWriter {

  /** Has no effect if the response is already committed. */
  public static void write(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    AnsweredProblem.set(request, problem);
    byte[] body = ProblemJson.bytes(problem);
    response.resetBuffer();
    response.setStatus(problem.type().status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    problem
        .retryAfterSeconds()
        .ifPresent(
            seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds)));
    response.getOutputStream().write(body);
  }

  private ProblemWriter() {}
}
