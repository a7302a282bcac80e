package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.bench.fuzz.EveryPart;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The short form of the fuzz run. Runs after the other tests, whose orders it may use. */
@Isolated("its requests change the orders of other tests")
class WildRequestsE2E {

  private static final long SEED = 1;

  /** A fixed number, so that the result does not depend on the speed of the machine. */
  private static final int REQUESTS = 200;

  @Test
  void areAllAnsweredAsPublished() throws IOException, InterruptedException {
    EveryPart.Result result =
        new EveryPart(RunningSystem.get()).send(SEED, REQUESTS, Client.PATIENCE);

    assertThat(result.results())
        .hasSize(12)
        .allSatisfy(part -> assertThat(part.findings().values()).isEmpty())
        .allSatisfy(part -> assertThat(part.requests()).isEqualTo(REQUESTS));
    assertThat(result.unhealthy()).isEmpty();
  }
}
