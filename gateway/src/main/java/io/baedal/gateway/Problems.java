package io.baedal.gateway;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The problems that the gateway itself answers with; their {@code type} never changes. */
final class Problems {

  static ProblemDetail unavailable(Service service) {
    return problem(
        "service-unavailable",
        HttpStatus.SERVICE_UNAVAILABLE,
        "The " + service.id() + " service cannot be reached at the moment.");
  }

  static ProblemDetail overloaded(String detail) {
    return problem("overloaded", HttpStatus.SERVICE_UNAVAILABLE, detail + " Try again later.");
  }

  static ProblemDetail timeout(Service service) {
    return problem(
        "service-timeout",
        HttpStatus.GATEWAY_TIMEOUT,
        "The "
            + service.id()
            + " service did not answer in time; what was asked of it may still take effect.");
  }

  static ProblemDetail methodNotAllowed(String method, String allowed) {
    return problem(
        "method-not-allowed",
        HttpStatus.METHOD_NOT_ALLOWED,
        method + " is not possible here, but " + allowed + ".");
  }

  /**
   * A fault of the client's, named after its status: {@code not-found}, {@code payload-too-large}.
   */
  static ProblemDetail refused(int status, @Nullable String detail) {
    HttpStatus known = HttpStatus.resolve(status);
    HttpStatus named = known == null ? HttpStatus.BAD_REQUEST : known;
    String type = named.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return problem(
        type,
        named,
        named == HttpStatus.NOT_FOUND || detail == null ? "There is nothing here." : detail);
  }

  static ProblemDetail internalError() {
    return problem(
        "internal-error", HttpStatus.INTERNAL_SERVER_ERROR, "The gateway failed unexpectedly.");
  }

  private static ProblemDetail problem(String type, HttpStatus status, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:baedal:problem:" + type));
    return problem;
  }

  private Problems() {}
}
