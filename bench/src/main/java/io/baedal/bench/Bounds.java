package io.baedal.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The cost limits of an order in a smoke run; {@code smoke.properties} explains the figures. */
record Bounds(double statements, double commits) {

  static Bounds stored() {
    Properties stored = new Properties();
    try (InputStream file =
        Objects.requireNonNull(Bounds.class.getResourceAsStream("smoke.properties"))) {
      stored.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Bounds(number(stored, "statements"), number(stored, "commits"));
  }

  private static double number(Properties stored, String name) {
    return Double.parseDouble(stored.getProperty(name, ""));
  }

  /** One line for each limit that is exceeded. */
  List<String> exceededBy(double statementsFound, double commitsFound) {
    List<String> exceeded = new ArrayList<>();
    compare("statements", statementsFound, statements, exceeded);
    compare("commits", commitsFound, commits, exceeded);
    return exceeded;
  }

  private static void compare(String what, double found, double bound, List<String> exceeded) {
    if (found > bound) {
      exceeded.add(
          String.format(Locale.ROOT, "%.1f %s an order; %.1f are allowed.", found, what, bound));
    }
  }
}
