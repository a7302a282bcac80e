package io.baedal.web.request;

import io.baedal.web.problem.BadFields;

/** Rules that concern several components of a record. Each record has its own bean. */
public interface RecordCheck<T> {

  /** The record that it checks. */
  Class<T> type();

  /**
   * Reports errors that concern several components, or that only this service checks. An invalid
   * component is null here and already in {@code faults}.
   */
  void check(T read, BadFields faults);
}
