package io.baedal.e2e;

import static io.baedal.e2e.Client.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.local.Part;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A worker that hangs holds up the orders that need it, and nobody else. */
class SlowWorkerE2E {

  private static final int WAITING = 30;

  /**
   * For three steps, three events and a slow machine; a single call to the worker takes as long.
   */
  private static final Duration USUAL = Duration.ofSeconds(8);

  private static final String NO_CALL_LEFT =
      "(?s).*resilience4j_bulkhead_available_concurrent_calls\\{[^}]*name=\"payment\"[^}]*} 0\\.0.*";

  private final Client client = new Client();
  private final Invariants invariants = new Invariants(client);

  @Test
  void ordersThatArePaidGoOnWhilePaymentHangs() {
    String paid = client.placeOrder("approved");
    String unwanted = client.placeOrder("approved");
    client.bring(paid, "STORE_REQUESTED");
    client.bring(unwanted, "STORE_REQUESTED");
    List<String> waiting;
    RunningSystem.get().pause(Part.PAYMENT);
    try {
      waiting = Stream.generate(() -> client.placeOrder("approved")).limit(WAITING).toList();
      awaitThatPaymentIsFull();

      within(
          USUAL,
          () -> {
            client.bring(paid, "PICKED_UP");
            ok(client.complete(paid));
            client.awaitStatus(paid, "DELIVERED");
          });
      assertThat(client.cancel(unwanted).status()).isEqualTo(202);
      within(
          USUAL,
          () ->
              await()
                  .until(
                      () -> client.storeRequests(unwanted).at("/0/status").asText(),
                      "CANCELLED"::equals));
      assertThat(client.timeline(unwanted)).contains("CANCELLATION_REQUESTED");
      for (int look = 0; look < 20; look++) {
        within(
            Duration.ofSeconds(1),
            () -> assertThat(client.view(waiting.get(0)).status()).isEqualTo(200));
      }
    } finally {
      RunningSystem.get().resume(Part.PAYMENT);
    }
    invariants.holdFor(paid, "DELIVERED");
    client.awaitStatus(unwanted, "CANCELLED");
    invariants.holdFor(unwanted, "CANCELLED");
    for (String order : waiting) {
      client.awaitTimeline(order, "STORE_REQUESTED");
      assertThat(client.cancel(order).status()).isEqualTo(202);
    }
    waiting.parallelStream().forEach(order -> invariants.holdFor(order, "CANCELLED"));
  }

  private static void awaitThatPaymentIsFull() {
    var metrics = RunningSystem.get().address(Part.ORCHESTRATOR).resolve("/actuator/prometheus");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Http.get(metrics).raw().body(), body -> body.matches(NO_CALL_LEFT));
  }

  private static void within(Duration limit, Runnable act) {
    long begun = System.nanoTime();
    act.run();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(limit);
  }
}
