package io.baedal.web.problem.servlet;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemJson;
import io.baedal.web.problem.ProblemType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Answers with a problem what Tomcat refuses before any servlet sees it, such as a path that cannot
 * be decoded, instead of with a page of HTML.
 */
public final class ProblemValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    String detail =
        status == HttpServletResponse.SC_NOT_FOUND
            ? "There is nothing at this path."
            : "The request was not understood.";
    var problem = Problem.of(ProblemType.of(status), detail);
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getOutputStream().write(ProblemJson.bytes(problem));
      response.finishResponse();
    } catch (IOException e) {
      container.getLogger().debug("client is gone", e);
    }
  }
}
