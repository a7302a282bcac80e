package io.baedal.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A bar chart in SVG: one bar for each figure, one colour for each of its parts. */
final class BarChart {

  private static final int LEFT = 230;
  private static final int WIDTH = 700;
  private static final int ROW = 26;
  private static final int LEGEND = 30;
  private static final List<String> COLOURS =
      List.of(
          "#4e79a7", "#f28e2b", "#59a14f", "#e15759", "#b07aa1", "#76b7b2", "#edc948", "#9c755f",
          "#bab0ac", "#ff9da7");

  private record Bar(String name, Map<String, Double> parts) {
    double sum() {
      return parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  private final String unit;
  private final List<Bar> bars = new ArrayList<>();

  BarChart(String unit) {
    this.unit = unit;
  }

  void add(String name, Map<String, Double> parts) {
    bars.add(new Bar(name, parts));
  }

  String svg() {
    double most = bars.stream().mapToDouble(Bar::sum).max().orElse(1);
    List<String> names =
        bars.stream().flatMap(bar -> bar.parts.keySet().stream()).distinct().sorted().toList();
    int height = LEGEND + ROW * (bars.size() + names.size() / 5 + 1) + 10;
    var svg = new Svg(LEFT + WIDTH + 90, height);
    for (int row = 0; row < bars.size(); row++) {
      bar(svg, bars.get(row), names, 10 + row * ROW, most);
    }
    legend(svg, names, 10 + ROW * bars.size() + LEGEND / 2);
    return svg.end();
  }

  private void bar(Svg svg, Bar bar, List<String> names, int y, double most) {
    svg.line("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LEFT - 8, y + 15, bar.name);
    double x = LEFT;
    for (Map.Entry<String, Double> part : bar.parts.entrySet()) {
      double width = part.getValue() / most * WIDTH;
      svg.line(
          "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"><title>%s %.1f</title></rect>",
          x, y, width, ROW - 6, colour(names, part.getKey()), part.getKey(), part.getValue());
      x += width;
    }
    svg.line("<text x=\"%.1f\" y=\"%d\">%.1f %s</text>", x + 6, y + 15, bar.sum(), unit);
  }

  private static void legend(Svg svg, List<String> names, int y) {
    for (int i = 0; i < names.size(); i++) {
      int x = 20 + i % 6 * 165;
      int line = y + i / 6 * ROW;
      svg.line(
          "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>",
          x, line, colour(names, names.get(i)));
      svg.line("<text x=\"%d\" y=\"%d\">%s</text>", x + 18, line + 11, names.get(i));
    }
  }

  private static String colour(List<String> names, String name) {
    return COLOURS.get(names.indexOf(name) % COLOURS.size());
  }
}
