package io.baedal.bench.report;

import java.util.List;
import java.util.Locale;

/** A readable page in Markdown, written line by line. */
final class MarkdownPage {

  private final StringBuilder content = new StringBuilder();

  void line(String format, Object... values) {
    content.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    content.append('\n');
  }

  /** A table whose first column is text and whose others are numbers. */
  void table(List<String> heads, List<List<String>> rows) {
    line("| " + String.join(" | ", heads) + " |");
    line("|---" + "|---:".repeat(heads.size() - 1) + "|");
    rows.forEach(row -> line("| " + String.join(" | ", row) + " |"));
    line("");
  }

  /** All lines. */
  String markdown() {
    return content.toString();
  }
}
