package io.baedal.order.ordering.web;

import io.baedal.order.ordering.OrderNotFound;
import io.baedal.order.ordering.Overloaded;
import io.baedal.order.ordering.RuleBroken;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever goes wrong into a problem that says no more than its reader needs. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalid(InvalidRequest e) {
    int count = e.errors().size();
    ProblemDetail problem =
        Problems.of(
            HttpStatus.BAD_REQUEST,
            count == 1
                ? "One thing is wrong, see errors."
                : count + " things are wrong, see errors.");
    problem.setProperty("errors", e.errors());
    return answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notFound(OrderNotFound e) {
    return answer(Problems.of(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooLarge(BodyTooLarge e) {
    return answer(
        Problems.of(
            HttpStatus.PAYLOAD_TOO_LARGE, "payload-too-large", String.valueOf(e.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> ruleBroken(RuleBroken e) {
    HttpStatus status =
        switch (e.rule()) {
          case IDEMPOTENCY_KEY_REUSED, ORDER_REFERENCE_REUSED -> HttpStatus.UNPROCESSABLE_ENTITY;
          case ORDER_ENDED, CANCELLATION_REFUSED -> HttpStatus.CONFLICT;
        };
    String name = e.rule().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return answer(Problems.of(status, name, String.valueOf(e.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> overloaded(Overloaded e) {
    return later(
        Problems.of(
            HttpStatus.SERVICE_UNAVAILABLE, "overloaded", e.getMessage() + " Try again later."),
        Integer.toString(e.retryAfterSeconds()));
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<ProblemDetail> unexpected(Exception e) {
    if (DatabaseOutage.isCauseOf(e)) {
      log.warn("database is away: {}", e.toString());
      return later(
          Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "The service is busy. Try again soon."),
          DatabaseOutage.RETRY_AFTER_SECONDS);
    }
    log.error("unexpected failure", e);
    return answer(
        Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "Something unexpected went wrong."));
  }

  /** What Spring MVC itself refuses: method, media type, path. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String detail =
        switch (status.value()) {
          case 404 -> "There is nothing at this path.";
          // Spring's own words: they name the method or media type and what would do
          case 405, 406, 415 -> e instanceof ErrorResponse refusal ? said(refusal) : "";
          default -> "The request was not understood.";
        };
    if (status.is5xxServerError()) {
      log.error("unexpected failure", e);
    }
    HttpHeaders own = new HttpHeaders();
    own.putAll(headers);
    own.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return super.handleExceptionInternal(e, Problems.of(status, detail), own, status, request);
  }

  private static String said(ErrorResponse refusal) {
    return String.valueOf(refusal.getBody().getDetail());
  }

  private static ResponseEntity<ProblemDetail> later(ProblemDetail problem, String seconds) {
    return ResponseEntity.status(problem.getStatus())
        .header(HttpHeaders.RETRY_AFTER, seconds)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    // named outright, so that an Accept header the problem does not fit cannot empty the answer
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
