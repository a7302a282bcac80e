package io.baedal.orchestrator.operator;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** A call that is refused, as the problem that its caller is shown. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String type;
  private final String detail;
  private final transient List<BadFields.BadField> badFields;

  private Refusal(
      HttpStatus status, String type, String detail, List<BadFields.BadField> badFields) {
    super(detail);
    this.status = status;
    this.type = type;
    this.detail = detail;
    this.badFields = badFields;
  }

  static Refusal unknownOrder(UUID orderId) {
    return notFound("There is no order " + orderId + ".");
  }

  static Refusal settledBefore() {
    return conflict("step-settled-before", "An operator has settled the step by hand.");
  }

  static Refusal notFound(String detail) {
    return new Refusal(HttpStatus.NOT_FOUND, "not-found", detail, List.of());
  }

  static Refusal conflict(String type, String detail) {
    return new Refusal(HttpStatus.CONFLICT, type, detail, List.of());
  }

  static Refusal badField(String field, String message) {
    return new Refusal(
        HttpStatus.BAD_REQUEST,
        "invalid-request",
        BadFields.DETAIL,
        List.of(new BadFields.BadField(field, message)));
  }

  HttpStatus status() {
    return status;
  }

  String type() {
    return type;
  }

  String detail() {
    return detail;
  }

  List<BadFields.BadField> badFields() {
    return badFields;
  }
}
