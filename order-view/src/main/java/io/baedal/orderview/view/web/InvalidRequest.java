package io.baedal.orderview.view.web;

import java.util.List;

/** A request with fields that cannot be understood; answered with 400. */
class InvalidRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Field> fields;

  InvalidRequest(List<Field> fields) {
    super("invalid request: " + fields);
    this.fields = List.copyOf(fields);
  }

  List<Field> fields() {
    return fields;
  }

  /** A field and what it must be. */
  record Field(String field, String message) {}
}
