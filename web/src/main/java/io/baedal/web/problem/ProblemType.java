package io.baedal.web.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * The types of problems. The type of a problem is {@code urn:baedal:problem:} followed by the
 * constant's name in kebab case; it never changes once clients have seen it.
 */
public enum ProblemType {
  INVALID_REQUEST(HttpStatus.BAD_REQUEST, "Invalid request"),
  UNAUTHORIZED(HttpStatus.UNAUTHORIZED, "Authentication required"),
  FORBIDDEN(HttpStatus.FORBIDDEN, "Not allowed"),
  FOREIGN_ORIGIN(HttpStatus.FORBIDDEN, "Request from another origin"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "Not found"),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed"),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable"),
  REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT, "Request too slow"),
  CONFLICT(HttpStatus.CONFLICT, "Conflict"),
  LENGTH_REQUIRED(HttpStatus.LENGTH_REQUIRED, "Length required"),
  PAYLOAD_TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE, "Body too large"),
  URI_TOO_LONG(HttpStatus.URI_TOO_LONG, "URI too long"),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type"),
  EXPECTATION_FAILED(HttpStatus.EXPECTATION_FAILED, "Expectation failed"),
  MISDIRECTED_REQUEST(HttpStatusCode.valueOf(421), "Host not served here"),
  UNPROCESSABLE_ENTITY(HttpStatus.UNPROCESSABLE_ENTITY, "Unprocessable content"),
  UPGRADE_REQUIRED(HttpStatus.UPGRADE_REQUIRED, "Upgrade required"),
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests", 1),
  REQUEST_HEADER_FIELDS_TOO_LARGE(
      HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "Request headers too large"),
  INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error"),
  NOT_IMPLEMENTED(HttpStatus.NOT_IMPLEMENTED, "Not implemented"),
  BAD_GATEWAY(HttpStatus.BAD_GATEWAY, "Bad answer from a service"),
  SERVICE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Service unavailable", 3),
  GATEWAY_TIMEOUT(HttpStatus.GATEWAY_TIMEOUT, "No answer from a service", 3),
  HTTP_VERSION_NOT_SUPPORTED(HttpStatus.HTTP_VERSION_NOT_SUPPORTED, "HTTP version not supported"),
  OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "Overloaded", 5),

  // orders
  IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_ENTITY, "Idempotency key used before"),
  ORDER_REFERENCE_REUSED(HttpStatus.UNPROCESSABLE_ENTITY, "Order reference used before"),
  NO_MENU(HttpStatus.UNPROCESSABLE_ENTITY, "Store without a menu"),
  MENU_MISMATCH(HttpStatus.UNPROCESSABLE_ENTITY, "Order differs from the menu"),
  ORDER_ENDED(HttpStatus.CONFLICT, "Order ended"),
  CANCELLATION_REFUSED(HttpStatus.CONFLICT, "Cancellation refused"),

  // payments
  PAYMENT_MISMATCH(HttpStatus.CONFLICT, "Payment requested before with other terms"),
  PROVIDER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Payment provider unavailable", 3),

  // stores and couriers
  WRONG_STATE(HttpStatus.CONFLICT, "Not possible in this state"),

  // operators
  PATH_REFUSED(HttpStatus.BAD_REQUEST, "Path not normalized"),
  QUERY_EXPRESSION_REFUSED(HttpStatus.BAD_REQUEST, "Expression in a query"),
  SETUP_REFUSED(HttpStatus.FORBIDDEN, "Setup disabled"),
  STEP_SETTLED_BEFORE(HttpStatus.CONFLICT, "Step already resolved"),
  STEP_BEING_TRIED(HttpStatus.CONFLICT, "Step being tried"),
  STEP_NOT_STUCK(HttpStatus.CONFLICT, "Step not stuck"),
  STEP_NOT_SETTLEABLE(HttpStatus.CONFLICT, "Step cannot be resolved manually"),
  MIGRATION_REFUSED(HttpStatus.CONFLICT, "Migration refused"),
  TOO_MANY_RECONCILIATIONS(HttpStatus.CONFLICT, "Too many reconciliations");

  private static final String PREFIX = "urn:baedal:problem:";

  /** The default type of a status: the first type with that status. */
  private static final Map<Integer, ProblemType> BY_STATUS =
      Arrays.stream(values())
          .collect(
              Collectors.toMap(
                  type -> type.status.value(), Function.identity(), (first, second) -> first));

  private final HttpStatusCode status;
  private final String title;
  private final int retryAfterSeconds;

  ProblemType(HttpStatusCode status, String title) {
    this(status, title, 0);
  }

  ProblemType(HttpStatusCode status, String title, int retryAfterSeconds) {
    this.status = status;
    this.title = title;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** The problem type for a status that a framework or a server has set. */
  public static ProblemType of(int status) {
    ProblemType known = BY_STATUS.get(status);
    if (known != null) {
      return known;
    }
    return status >= HttpStatus.INTERNAL_SERVER_ERROR.value() ? INTERNAL_ERROR : INVALID_REQUEST;
  }

  public URI uri() {
    return URI.create(PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  public HttpStatusCode status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The number of seconds after which to retry; empty if a retry does not help. */
  public OptionalInt retryAfterSeconds() {
    return retryAfterSeconds == 0 ? OptionalInt.empty() : OptionalInt.of(retryAfterSeconds);
  }
}
