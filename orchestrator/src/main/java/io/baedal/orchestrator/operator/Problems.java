package io.baedal.orchestrator.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.baedal.orchestrator.migration.MigrationRefused;
import io.baedal.orchestrator.operator.BadFields.BadField;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error as a problem (RFC 9457). */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  ProblemDetail on(Refusal refusal) {
    return problem(refusal.status(), refusal.type(), refusal.detail(), refusal.badFields());
  }

  @ExceptionHandler
  ProblemDetail on(MigrationRefused refused) {
    var problem =
        problem(HttpStatus.CONFLICT, "migration-refused", String.valueOf(refused.getMessage()));
    problem.setProperty("reasons", refused.reasons());
    return problem;
  }

  @ExceptionHandler({
    CannotCreateTransactionException.class,
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class
  })
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

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return ResponseEntity.badRequest().body(invalid(BadFields.of(invalid.getBindingResult())));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<BadField> fields =
        unreadable.getCause() instanceof JsonProcessingException bad
            ? BadFields.of(bad)
            : List.of();
    return ResponseEntity.badRequest().body(invalid(fields));
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

  private static ProblemDetail invalid(List<BadField> fields) {
    String detail = fields.isEmpty() ? "The body must be a JSON object." : BadFields.DETAIL;
    return problem(HttpStatus.BAD_REQUEST, "invalid-request", detail, fields);
  }

  private static ProblemDetail problem(
      HttpStatus status, String type, String detail, List<BadField> fields) {
    var problem = problem(status, type, detail);
    if (!fields.isEmpty()) {
      problem.setProperty("errors", fields);
    }
    return problem;
  }

  private static ProblemDetail problem(HttpStatus status, String type, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:baedal:problem:" + type));
    return problem;
  }
}
