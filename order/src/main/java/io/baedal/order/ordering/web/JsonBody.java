package io.baedal.order.ordering.web;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a request, not yet looked at. Controllers take it instead of a bound object, since
 * binding stops at the first fault.
 *
 * @param root null if the request has no body
 */
record JsonBody(@Nullable JsonNode root) {

  boolean isAbsent() {
    return root == null;
  }

  /**
   * A reader of the body's fields that leaves faults in {@code errors}.
   *
   * @throws InvalidRequest if the body is not a JSON object, with what {@code errors} held before
   */
  FieldReader fields(FieldErrors errors) {
    if (root != null && root.isObject()) {
      return new FieldReader(root, "", errors);
    }
    errors.add("body", root == null ? "is missing" : "must be a JSON object");
    errors.throwIfAny();
    throw new IllegalStateException("unreachable");
  }
}
