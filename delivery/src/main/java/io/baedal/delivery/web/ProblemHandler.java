package io.baedal.delivery.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.baedal.delivery.refusal.UnknownOrder;
import io.baedal.delivery.refusal.WrongState;
import io.baedal.delivery.web.Problems.BadField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers every error as a problem (RFC 9457) that tells nothing of the inside. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
  private static final String RETRY_AFTER_SECONDS = "2";

  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongState(WrongState refusal) {
    return answer(Problems.wrongState(refusal.current()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unknownOrder(UnknownOrder refusal) {
    return answer(Problems.unknownOrder(refusal.orderId()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unexpected(Exception failure) {
    if (DatabaseFault.passes(failure)) {
      log.warn("database is away or busy: {}", failure.toString());
      return answer(Problems.databaseUnavailable());
    }
    log.error("unexpected error", failure);
    return answer(Problems.internalError());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem = Problems.invalid(BadFields.of(invalid.getBindingResult()));
    return handleExceptionInternal(invalid, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException mismatch,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String field =
        mismatch instanceof MethodArgumentTypeMismatchException argument
            ? argument.getName()
            : String.valueOf(mismatch.getPropertyName());
    ProblemDetail problem =
        Problems.invalid(
            List.of(new BadField(field, BadFields.mustBe(mismatch.getRequiredType()))));
    return handleExceptionInternal(mismatch, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<BadField> fields =
        unreadable.getCause() instanceof JsonMappingException wrongType
            ? BadFields.of(wrongType)
            : List.of();
    ProblemDetail problem =
        fields.isEmpty()
            ? Problems.unreadable("The body must be a JSON object.")
            : Problems.invalid(fields);
    return handleExceptionInternal(unreadable, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
      NoResourceFoundException missing,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, "There is nothing here.");
    return handleExceptionInternal(missing, problem, headers, status, request);
  }

  /** All errors that Spring MVC knows come through here. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (status.is5xxServerError()) {
      log.error("unexpected error", failure);
      return super.handleExceptionInternal(
          failure, Problems.internalError(), headers, HttpStatus.INTERNAL_SERVER_ERROR, request);
    }
    ResponseEntity<Object> answer =
        super.handleExceptionInternal(failure, body, headers, status, request);
    if (answer != null
        && answer.getBody() instanceof ProblemDetail problem
        && ProblemDetail.forStatus(status).getType().equals(problem.getType())) {
      Problems.name(problem, status);
    }
    return answer;
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    var response = ResponseEntity.status(problem.getStatus());
    if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return response.body(problem);
  }
}
