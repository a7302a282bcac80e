package io.baedal.bench.growth;

import java.util.ArrayList;
import java.util.List;

/** The texts of a row that differ in a copy, as SQL over the copy's number {@code i}. */
final class Replacements {

  private record Replacement(String text, String expression) {}

  private final List<Replacement> all = new ArrayList<>();

  /** Replaces an id by another one, the same in all databases. */
  Replacements id(String id) {
    return text(id, "md5('%s-' || i)::uuid::text".formatted(id));
  }

  /** Replaces {@code text} by the value of {@code expression}. */
  Replacements text(String text, String expression) {
    all.add(new Replacement(text, expression));
    return this;
  }

  /** {@code row}, an SQL expression, with all replacements. */
  String of(String row) {
    String changed = row;
    for (Replacement each : all) {
      changed = "replace(%s, '%s', %s)".formatted(changed, each.text, each.expression);
    }
    return changed;
  }
}
