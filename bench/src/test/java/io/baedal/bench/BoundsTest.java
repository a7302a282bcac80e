package io.baedal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundsTest {

  @Test
  void namesWhatExceedsItsBound() {
    var bounds = new Bounds(100, 20);

    assertThat(bounds.exceededBy(100, 20)).isEmpty();
    assertThat(bounds.exceededBy(101, 19))
        .containsExactly("101.0 statements an order; 100.0 are allowed.");
  }

  @Test
  void areStored() {
    Bounds bounds = Bounds.stored();

    assertThat(bounds.statements()).isPositive();
    assertThat(bounds.commits()).isPositive();
  }
}
