package io.baedal.payment.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** The problems that this service answers with; their {@code type} never changes. */
final class Problems {

  static ProblemDetail invalid(List<BadField> errors) {
    ProblemDetail problem =
        problem(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid.");
    problem.setProperty("errors", errors);
    return problem;
  }

  static ProblemDetail unreadable(String detail) {
    return problem(HttpStatus.BAD_REQUEST, "invalid-request", detail);
  }

  static ProblemDetail paymentMismatch() {
    return problem(
        HttpStatus.CONFLICT,
        "payment-mismatch",
        "The payment of this order was requested before with another amount, currency or method.");
  }

  static ProblemDetail providerUnavailable() {
    return problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "provider-unavailable",
        "The payment provider gave no answer. Repeat the request.");
  }

  static ProblemDetail databaseUnavailable() {
    return problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "service-unavailable",
        "The service cannot reach its database at the moment. Repeat the request.");
  }

  static ProblemDetail internalError() {
    return problem(
        HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "The service failed unexpectedly.");
  }

  /** Names a problem of Spring MVC's after its status: {@code method-not-allowed}. */
  static void name(ProblemDetail problem, HttpStatusCode status) {
    HttpStatus known = HttpStatus.resolve(status.value());
    String name = known == null ? HttpStatus.BAD_REQUEST.name() : known.name();
    problem.setType(type(name.toLowerCase(Locale.ROOT).replace('_', '-')));
  }

  private static ProblemDetail problem(HttpStatus status, String type, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(type(type));
    return problem;
  }

  private static URI type(String name) {
    return URI.create("urn:baedal:problem:" + name);
  }

  /** A field of the body, or a parameter, and what it must be. */
  record BadField(String field, String message) {}

  private Problems() {}
}
