package io.baedal.web.request;

import io.baedal.web.problem.BadFields;

/** Rules between the components of a record that a body is read into; one bean for each record. */
public interface RecordCheck<T> {

  /** The record that it checks. */
  Class<T> type();

  /**
   * Reports what is wrong between components, or what this service requires beyond their types. A
   * component that is invalid alone is null here and already in {@code faults}.
   */
  void check(T read, BadFields faults);
}
