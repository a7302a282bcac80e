package io.baedal.order.ordering.web;

import java.util.List;

/** A request that cannot be understood, with all that is wrong with it. */
final class InvalidRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  InvalidRequest(List<FieldError> errors) {
    super("invalid request");
    this.errors = List.copyOf(errors);
  }

  static InvalidRequest of(String field, String message) {
    return new InvalidRequest(List.of(new FieldError(field, message)));
  }

  List<FieldError> errors() {
    return errors;
  }
}
