package io.baedal.bench.report;

import java.util.Locale;

/** An SVG picture on white, written line by line. */
final class Svg {

  private final StringBuilder content = new StringBuilder();

  Svg(int width, int height) {
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
        width, height);
    line("<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>");
  }

  void line(String format, Object... values) {
    content.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** The complete picture. */
  String end() {
    line("</svg>");
    return content.toString();
  }
}
