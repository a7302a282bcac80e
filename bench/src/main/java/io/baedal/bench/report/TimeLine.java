package io.baedal.bench.report;

import java.util.List;
import java.util.Locale;

/** The faults of a run on a time line, as an SVG picture: one row for each kind. */
final class TimeLine {

  private static final int LEFT = 330;
  private static final int WIDTH = 1_000;
  private static final int ROW = 22;
  private static final int TOP = 30;

  private final List<FaultReport.Entry> entries;
  private final double seconds;

  TimeLine(List<FaultReport.Entry> entries, double seconds) {
    this.entries = entries;
    this.seconds = seconds;
  }

  String svg() {
    List<String> kinds = entries.stream().map(FaultReport.Entry::kind).distinct().sorted().toList();
    int height = TOP + ROW * kinds.size() + 10;
    var svg = new Svg(LEFT + WIDTH + 30, height);
    for (int minute = 0; minute * 60 <= seconds; minute += step()) {
      double x = x(minute * 60.0);
      svg.line(
          "<line x1=\"%1$.1f\" y1=\"%2$d\" x2=\"%1$.1f\" y2=\"%3$d\" stroke=\"#ddd\"/>",
          x, TOP - 8, height - 8);
      svg.line(
          "<text x=\"%.1f\" y=\"16\" text-anchor=\"middle\" fill=\"#555\">%d min</text>",
          x, minute);
    }
    for (int row = 0; row < kinds.size(); row++) {
      row(svg, kinds.get(row), TOP + row * ROW);
    }
    return svg.end();
  }

  private void row(Svg svg, String kind, int y) {
    svg.line(
        "<text x=\"4\" y=\"%d\" fill=\"#222\">%s</text>",
        y + 14, kind.toLowerCase(Locale.ROOT).replace('_', ' '));
    for (FaultReport.Entry entry : entries) {
      if (entry.kind().equals(kind)) {
        svg.line(
            "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"14\" fill=\"%s\" fill-opacity=\"0.7\"><title>%s at %.0f s</title></rect>",
            x(entry.from()),
            y + 3,
            Math.max(2, x(entry.to()) - x(entry.from())),
            entry.kills() > 0 ? "#c0392b" : "#2980b9",
            entry.target(),
            entry.from());
      }
    }
  }

  /** Minutes between two lines of the grid, so that there are about a dozen. */
  private int step() {
    return Math.max(1, (int) Math.ceil(seconds / 60 / 12));
  }

  private double x(double second) {
    return LEFT + WIDTH * second / Math.max(1, seconds);
  }
}
