package io.baedal.orchestrator.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

  private final TimeOrderedIds ids = new TimeOrderedIds();

  @Test
  void areDifferent() {
    assertThat(Stream.generate(ids::getNextId).limit(10_000)).doesNotHaveDuplicates();
  }

  @Test
  void haveTheFormatOfUlid() {
    assertThat(ids.getNextId()).matches("[0-7][0-9a-hjkmnp-tv-z]{25}");
  }

  /** The example of the specification. */
  @Test
  void beginWithTheTime() {
    assertThat(TimeOrderedIds.text(1469918176385L << 16, 0)).startsWith("01aryz6s41");
    assertThat(TimeOrderedIds.text(-1, -1)).isEqualTo("7zzzzzzzzzzzzzzzzzzzzzzzzz");
    assertThat(TimeOrderedIds.text(0, 33)).isEqualTo("00000000000000000000000011");
  }
}
