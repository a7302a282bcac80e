package io.baedal.orchestrator.operator;

import io.baedal.orchestrator.operator.CancellationController.CancellationRefused;
import io.baedal.orchestrator.operator.CancellationController.MalformedId;
import io.baedal.orchestrator.operator.CancellationController.UnknownOrder;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error as a problem (RFC 9457). */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  ProblemDetail on(UnknownOrder unknown) {
    return problem(HttpStatus.NOT_FOUND, "not-found", unknown.detail());
  }

  @ExceptionHandler
  ProblemDetail on(CancellationRefused refused) {
    return problem(HttpStatus.CONFLICT, "cancellation-refused", refused.detail());
  }

  @ExceptionHandler
  ProblemDetail on(MalformedId malformed) {
    var problem = problem(HttpStatus.BAD_REQUEST, "invalid-request", "The request has bad fields.");
    problem.setProperty("errors", List.of(Map.of("field", "orderId", "message", "must be a UUID")));
    return problem;
  }

  @ExceptionHandler({CannotCreateTransactionException.class, TransientDataAccessException.class})
  ResponseEntity<ProblemDetail> onDatabaseAway(Exception away) {
    log.warn("database is away: {}", away.toString());
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(
            problem(
                HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", "Try again in a moment."));
  }

  @ExceptionHandler
  ProblemDetail on(Exception unexpected) {
    log.error("unexpected failure", unexpected);
    return problem(
        HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something went wrong on our side.");
  }

  /** What Spring itself refuses, with types of ours and without its wording. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    HttpStatus known = HttpStatus.valueOf(status.value());
    String type = known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return super.handleExceptionInternal(
        failure, problem(known, type, known.getReasonPhrase() + "."), headers, status, request);
  }

  private static ProblemDetail problem(HttpStatus status, String type, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:baedal:problem:" + type));
    return problem;
  }
}
