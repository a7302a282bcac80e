package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.bench.fuzz.EveryPart;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The short form of the fuzz run. Comes after the others, whose orders it may operate on. */
class WildRequestsE2E {

  private static final long SEED = 1;
  private static final Duration LENGTH = Duration.ofMinutes(1);

  @Test
  void areAllAnsweredAsPublished() throws IOException, InterruptedException {
    EveryPart.Result result = new EveryPart(RunningSystem.get()).ask(SEED, LENGTH);

    assertThat(result.results())
        .hasSize(6)
        .allSatisfy(part -> assertThat(part.findings().values()).isEmpty())
        .allSatisfy(part -> assertThat(part.requests()).isPositive());
    assertThat(result.unwell()).isEmpty();
  }
}
