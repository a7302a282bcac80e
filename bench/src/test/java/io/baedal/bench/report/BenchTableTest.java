package io.baedal.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.bench.load.Latency;
import io.baedal.bench.load.Mix;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchTableTest {

  @Test
  void showsTheMedianOfEachFigureOfSeveralRuns() {
    List<List<String>> rows = table(run(40, 20, 7), run(60, 40, 9), run(90, 30, 8)).rows();

    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get(0)).isEqualTo("saturated");
              assertThat(cell(row, "CPU ms")).isEqualTo("60.0");
              assertThat(cell(row, "engine")).isEqualTo("30.0");
              assertThat(cell(row, "one POST")).isEqualTo("7.0");
              // the median of 2, 1.5 and 3, not the ratio of the medians
              assertThat(cell(row, "ratio")).isEqualTo("2.00");
              assertThat(cell(row, "view p99")).isEqualTo("8.0");
            });
  }

  @Test
  void leavesOutWhatARunWithoutReferencesDoesNotKnow() {
    List<String> row = table(run(40, Double.NaN, 7)).rows().get(0);

    assertThat(cell(row, "CPU ms")).isEqualTo("40.0");
    assertThat(cell(row, "ratio")).isEmpty();
  }

  private static BenchTable table(BenchReport... runs) {
    return new BenchTable(List.of(runs));
  }

  private static String cell(List<String> row, String head) {
    return row.get(BenchTable.heads().indexOf(head));
  }

  private static BenchReport run(double cpu, double engine, double view) {
    var cost =
        new Cost(100, 10, cpu, Map.of(), 100, 20, 30_000, Map.of(), Map.of(), Map.of(), List.of());
    var latency = new Latency(1, 2, 3, 4, 5);
    var phase =
        new Phase(
            "saturated",
            0,
            120,
            Mix.HAPPY,
            cost,
            latency,
            latency,
            new Latency(1, 2, 3, view, 9),
            Map.of(),
            Map.of());
    return new BenchReport(
        "2026-01-01T00:00:00Z",
        Machine.here(),
        1,
        null,
        List.of(),
        true,
        cost,
        List.of(phase),
        Double.isFinite(engine)
            ? List.of(new Moment(engine, 6.0), new Moment(engine, 8.0))
            : List.of(),
        null);
  }
}
