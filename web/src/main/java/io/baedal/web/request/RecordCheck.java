package io.baedal.web.request;

import io.baedal.web.problem.BadFields;

/** Rules between the components of a record that a body is read into; a bean for each record. */
public interface RecordCheck<T> {

  /** The record that it checks. */
  Class<T> type();

  /**
   * Names what is wrong between components, or what this service asks for beyond their types. A
   * component that is wrong by itself is null here, and {@code faults} names it.
   */
  void check(T read, BadFields faults);
}
