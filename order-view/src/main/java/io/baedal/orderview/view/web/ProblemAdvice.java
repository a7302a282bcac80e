package io.baedal.orderview.view.web;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every error as a problem (RFC 9457) whose {@code type} never changes. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<Object> invalid(InvalidRequest e) {
    ProblemDetail problem =
        problem(HttpStatus.BAD_REQUEST, "invalid-request", "The request has invalid fields.");
    problem.setProperty("errors", e.fields());
    return answer(problem, new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> unknown(UnknownOrder e) {
    return answer(problem(HttpStatus.NOT_FOUND, "not-found", e.getMessage()), new HttpHeaders());
  }

  @ExceptionHandler({
    CannotCreateTransactionException.class,
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class
  })
  ResponseEntity<Object> databaseIsAway(Exception e) {
    log.warn("the database does not answer: {}", e.toString());
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "5");
    return answer(
        problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "service-unavailable",
            "Order views cannot be read at the moment."),
        headers);
  }

  @ExceptionHandler
  ResponseEntity<Object> unexpected(Exception e) {
    log.error("unexpected error", e);
    return answer(
        problem(
            HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "The service failed unexpectedly."),
        new HttpHeaders());
  }

  /** Gives what Spring MVC itself refuses (404, 405, 406, 415) a type named after its status. */
  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    HttpStatus known = HttpStatus.valueOf(status.value());
    if (known.is5xxServerError()) {
      return unexpected(e);
    }
    String type = known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String detail = body instanceof ProblemDetail given ? given.getDetail() : null;
    return answer(
        problem(
            known,
            known == HttpStatus.BAD_REQUEST ? "invalid-request" : type,
            known == HttpStatus.NOT_FOUND || detail == null ? "There is nothing here." : detail),
        headers);
  }

  private static ProblemDetail problem(HttpStatus status, String type, @Nullable String detail) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create("urn:baedal:problem:" + type));
    problem.setDetail(detail);
    return problem;
  }

  private static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.getStatus())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
