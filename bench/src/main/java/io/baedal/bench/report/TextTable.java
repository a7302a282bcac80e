package io.baedal.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table for a terminal, whose first column is text and whose others are numbers. */
final class TextTable {

  private final List<Integer> widths = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /**
   * Begins with the heads.
   *
   * @param first the width of the first column
   * @param least the least width of each other column
   */
  TextTable(int first, int least, List<String> heads) {
    heads.forEach(head -> widths.add(Math.max(least, head.length() + 2)));
    widths.set(0, -first);
    row(heads);
  }

  void row(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      text.append(String.format("%" + widths.get(i) + "s", cells.get(i)));
    }
    text.append('\n');
  }

  /** All rows. */
  String text() {
    return text.toString();
  }

  /** A number with one decimal place. */
  static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
