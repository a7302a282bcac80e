package io.baedal.web.problem.servlet;

import io.baedal.messaging.database.DatabaseFault;
import io.baedal.web.problem.BadFields;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.request.PendingFaults;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Maps each failure of a request to a problem without internals of the service. */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final List<DomainProblem<?>> domainProblems;

  public ProblemAdvice(List<DomainProblem<?>> domainProblems) {
    this.domainProblems = List.copyOf(domainProblems);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> onProblem(ProblemException e, HttpServletRequest request) {
    return answer(e.problem(), request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> onAnythingElse(Exception e, HttpServletRequest request) {
    for (DomainProblem<?> domainProblem : domainProblems) {
      if (domainProblem.exception().isInstance(e)) {
        return answer(domainProblem.of(e), request);
      }
    }
    return answer(unexpected(e), request);
  }

  private static ResponseEntity<ProblemDetail> answer(Problem problem, HttpServletRequest request) {
    AnsweredProblem.set(request, problem);
    return problem.answer();
  }

  /** Handles the exceptions of Spring MVC: method, media type, path, missing body. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Problem problem = status.is5xxServerError() ? unexpected(e) : refused(e, status);
    ResponseEntity<ProblemDetail> answer = problem.answer();
    HttpHeaders all = new HttpHeaders();
    all.putAll(headers);
    all.putAll(answer.getHeaders());
    return super.handleExceptionInternal(e, answer.getBody(), all, answer.getStatusCode(), request);
  }

  private static Problem refused(Exception e, HttpStatusCode status) {
    if (e instanceof HttpMessageNotReadableException) {
      // our own converter reports errors in a body that it can read
      var faults = new BadFields();
      faults.addAll(PendingFaults.ofCurrentRequest());
      faults.add("body", "is missing");
      return Problem.invalid(faults.list());
    }
    ProblemType type = ProblemType.of(status.value());
    return Problem.of(
        type,
        switch (status.value()) {
          case 404 -> "There is nothing at this path.";
          // Spring's own text names the method or media type and the supported ones
          case 405, 406, 415 -> e instanceof ErrorResponse refusal ? detail(refusal) : type.title();
          default -> "The request was not understood.";
        });
  }

  private static Problem unexpected(Exception e) {
    if (DatabaseFault.of(e) != DatabaseFault.NONE) {
      log.warn("database is unavailable or busy: {}", e.toString());
      return Problem.of(
          ProblemType.SERVICE_UNAVAILABLE,
          "The service cannot reach its database at the moment. Repeat the request.");
    }
    log.error("unexpected failure", e);
    return Problem.of(ProblemType.INTERNAL_ERROR, "The service failed unexpectedly.");
  }

  private static String detail(ErrorResponse refusal) {
    return String.valueOf(refusal.getBody().getDetail());
  }
}
