package io.baedal.orchestrator.engine;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** The problems (RFC 9457) of the filters, which no controller advice reaches. */
enum FilterProblem {
  PATH_REFUSED(HttpStatus.BAD_REQUEST, "The path is not written plainly."),
  MISDIRECTED_REQUEST(
      421, "Misdirected Request", "This service does not answer to that host name."),
  FOREIGN_PAGE(HttpStatus.FORBIDDEN, "Another site's page may not do this."),
  SETUP_REFUSED(HttpStatus.FORBIDDEN, "The first administrator is made by configuration only."),
  LOGIN_NEEDED(HttpStatus.UNAUTHORIZED, "Log in as an operator."),
  NOT_AN_OPERATOR(HttpStatus.FORBIDDEN, "Only administrators may do this."),
  UNSUPPORTED_MEDIA_TYPE(
      HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Bodies with a Content-Encoding are not read."),
  BODY_TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE, "The body is too large."),
  BODY_NOT_READABLE(HttpStatus.BAD_REQUEST, "The body is not JSON, or is cut off."),
  QUERY_EXPRESSION_REFUSED(
      HttpStatus.BAD_REQUEST, "Expressions inside orQueries are not evaluated here."),
  REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT, "The body took too long to come in."),
  OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "Too many requests at a time. Try again later."),
  SERVICE_UNAVAILABLE(
      HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer. Try again later.");

  private static final String RETRY_AFTER_SECONDS = "2";

  private final int status;
  private final String title;
  private final String detail;

  FilterProblem(HttpStatus status, String detail) {
    this(status.value(), status.getReasonPhrase(), detail);
  }

  FilterProblem(int status, String title, String detail) {
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  /** Makes it the answer. */
  void write(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response
        .getWriter()
        .write(
            """
            {"type":"urn:baedal:problem:%s","title":"%s","status":%d,"detail":"%s"}"""
                .formatted(
                    name().toLowerCase(Locale.ROOT).replace('_', '-'), title, status, detail));
  }
}
