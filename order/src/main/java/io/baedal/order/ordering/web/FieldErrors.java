package io.baedal.order.ordering.web;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a request, so that it can be told at once. */
final class FieldErrors {

  /** More than any honest request can have; keeps an answer from growing with a hostile one. */
  private static final int MOST = 500;

  private static final int LONGEST_NAME = 100;

  private final List<FieldError> errors = new ArrayList<>();

  void add(String field, String message) {
    if (errors.size() < MOST) {
      String shown = field.length() <= LONGEST_NAME ? field : field.substring(0, LONGEST_NAME);
      errors.add(new FieldError(shown, message));
    }
  }

  /**
   * Ends the reading of a request.
   *
   * @throws InvalidRequest if anything is wrong with it
   */
  void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
  }
}
