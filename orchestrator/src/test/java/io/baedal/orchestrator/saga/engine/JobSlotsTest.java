package io.baedal.orchestrator.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobSlotsTest {

  private final JobSlots slots = new JobSlots(4);

  @Test
  void leavesHalfOfTheSlotsToRunningOrders() {
    assertThat(taken(5, true)).isEqualTo(2);
    assertThat(taken(5, false)).isEqualTo(2);
  }

  @Test
  void reusesReleasedSlots() {
    assertThat(taken(5, false)).isEqualTo(4);

    slots.release();

    assertThat(taken(5, false)).isOne();
  }

  private long taken(int tries, boolean firstStep) {
    return IntStream.range(0, tries).filter(attempt -> slots.take(firstStep)).count();
  }
}
