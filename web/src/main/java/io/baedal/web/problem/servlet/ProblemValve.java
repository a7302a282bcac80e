package io.baedal.web.problem.servlet;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemJson;
import io.baedal.web.problem.ProblemType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Answers requests that Tomcat refuses before any servlet, such as a path that cannot be decoded,
 * with a problem instead of an HTML page.
 */
public final class ProblemValve extends ErrorReportValve {

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (isSimpleRequest(request)) {
      refuseSimpleRequest(response);
    } else {
      super.invoke(request, response);
    }
  }

  /** A valid request line without a version is HTTP/0.9 (RFC 1945, 4.1). */
  private static boolean isSimpleRequest(Request request) {
    @Nullable String unlessMalformed = request.getProtocol();
    return unlessMalformed != null && unlessMalformed.isEmpty();
  }

  /** Tomcat sends only the body, so the body has to include the head of the response. */
  private static void refuseSimpleRequest(Response response) throws IOException {
    var problem =
        Problem.of(ProblemType.HTTP_VERSION_NOT_SUPPORTED, "The request line has no HTTP version.");
    byte[] body = ProblemJson.bytes(problem);
    String head =
        "HTTP/1.1 %d \r\n%s: %s\r\n%s: %d\r\n%s: close\r\n\r\n"
            .formatted(
                problem.type().status().value(),
                HttpHeaders.CONTENT_TYPE,
                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                HttpHeaders.CONTENT_LENGTH,
                body.length,
                HttpHeaders.CONNECTION);
    // the response is suspended if Tomcat has already refused the target
    response.setSuspended(false);
    response.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    response.getOutputStream().write(body);
    response.finishResponse();
  }

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
      container.getLogger().debug("client has disconnected", e);
    }
  }
}
