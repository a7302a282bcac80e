package io.baedal.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.bench.load.Latency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmokeReportTest {

  @Test
  void subtractsTheIdleSystem() {
    // 10 statements a second for 20 s are 2 for each of 100 orders
    var report =
        new SmokeReport(
            cost(100, 30, 9, 5_000), cost(1, 10, 5, 1_000), 20, new Latency(0, 0, 0, 0, 0));

    assertThat(report.statements()).isEqualTo(28);
    assertThat(report.commits()).isEqualTo(8);
    assertThat(report.walBytes()).isEqualTo(4_800);
  }

  private static Cost cost(long count, double statements, double commits, double walBytes) {
    return new Cost(
        count,
        1,
        0,
        Map.of(),
        statements,
        commits,
        walBytes,
        Map.of(),
        Map.of(),
        Map.of(),
        List.of());
  }
}
