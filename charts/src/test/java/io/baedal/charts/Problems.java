package io.baedal.charts;

import java.util.ArrayList;
import java.util.List;

/** Collects what a check found. */
final class Problems {

  private final List<String> found = new ArrayList<>();

  /** Notes a problem of an object unless the condition holds. */
  void unless(boolean condition, Object subject, String problem) {
    if (!condition) {
      found.add(subject + ": " + problem);
    }
  }

  List<String> found() {
    return List.copyOf(found);
  }
}
