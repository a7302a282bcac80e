package io.baedal.charts;

import java.util.ArrayList;
import java.util.List;

/** Collects what a check found. */
final class Problems {

  private final List<String> found = new ArrayList<>();

  /** Records a problem of an object unless the condition is true. */
  void unless(boolean condition, Object subject, String problem) {
    if (!condition) {
      found.add(subject + ": " + problem);
    }
  }

  List<String> found() {
    return List.copyOf(found);
  }
}
