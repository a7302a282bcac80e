package io.baedal.bench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTimeTest {

  private static final String STAT =
      "4711 (postgres: a (b) c) S 1 4711 4711 0 -1 4194560 100 200 0 0 12 34 56 78 20 0 1 0";

  @Test
  void countsTicksAfterANameWithSpacesAndBrackets() {
    assertThat(CpuTime.sum(STAT, 11, 12)).isEqualTo(460);
    assertThat(CpuTime.sum(STAT, 13, 14)).isEqualTo(1_340);
  }

  @Test
  void isZeroForAProcessThatHasEnded() {
    assertThat(CpuTime.sum("", 11, 12)).isZero();
  }
}
