package io.baedal.bench.growth;

import java.util.ArrayList;
import java.util.List;

/** Which texts of a row another order has, as SQL over the copy's number {@code i}. */
final class Replacements {

  private record Replacement(String text, String expression) {}

  private final List<Replacement> all = new ArrayList<>();

  /** Another id in its place, the same one in all databases. */
  Replacements id(String id) {
    return text(id, "md5('%s-' || i)::uuid::text".formatted(id));
  }

  /** What {@code expression} says in its place. */
  Replacements text(String text, String expression) {
    all.add(new Replacement(text, expression));
    return this;
  }

  /** {@code row}, an SQL expression, with all of them. */
  String of(String row) {
    String changed = row;
    for (Replacement each : all) {
      changed = "replace(%s, '%s', %s)".formatted(changed, each.text, each.expression);
    }
    return changed;
  }
}
