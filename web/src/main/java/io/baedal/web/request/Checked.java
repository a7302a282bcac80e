package io.baedal.web.request;

import io.baedal.web.problem.BadFields;

/** A request record with rules between its components. */
public interface Checked {

  /**
   * Names what is wrong between components. A component that is wrong by itself has been named and
   * is null here, required or not.
   *
   * @param prefix stands before the names of components
   */
  void check(String prefix, BadFields faults);
}
