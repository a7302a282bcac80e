package io.baedal.orchestrator.operations.migration;

import java.util.List;

/** A migration does not fit its two versions and can migrate no order. */
public class MigrationRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> reasons;

  MigrationRefused(String name, List<String> reasons) {
    super("Migration " + name + " fits no order.");
    this.reasons = List.copyOf(reasons);
  }

  /** Why, one line for each place. */
  public List<String> reasons() {
    return reasons;
  }
}
