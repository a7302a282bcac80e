package io.baedal.e2e;

import static io.baedal.e2e.Client.ok;
import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.local.Instance;
import io.baedal.local.Part;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A worker that hangs holds up the orders that need it, and nobody else. */
class SlowWorkerE2E {

  private static final int WAITING = 30;

  private static final int LOOKS = 20;

  /** For three steps and three events; a single call to the worker that hangs takes half of it. */
  private static final Duration USUAL = Duration.ofSeconds(8);

  private static final String NO_CALL_LEFT =
      "(?s).*resilience4j_bulkhead_available_concurrent_calls\\{[^}]*name=\"payment\"[^}]*} 0\\.0.*";

  private final Client client = new Client();
  private final Invariants invariants = new Invariants(client);

  @Test
  void ordersThatArePaidGoOnWhilePaymentHangs() {
    String first = atItsStore();
    Duration alone = time(() -> deliver(first));
    // a machine that is busy is slow with both
    Duration usual = Stream.of(USUAL, alone.multipliedBy(4)).max(naturalOrder()).orElseThrow();
    String paid = atItsStore();
    String unwanted = atItsStore();
    List<String> waiting;
    RunningSystem.get().pause(Part.PAYMENT);
    try {
      waiting = Stream.generate(() -> client.placeOrder("approved")).limit(WAITING).toList();
      awaitThatPaymentIsFull();

      assertThat(time(() -> deliver(paid))).isLessThan(usual);
      assertThat(client.cancel(unwanted).status()).isEqualTo(202);
      assertThat(time(() -> awaitThatStoreNeedNotCook(unwanted))).isLessThan(usual);
      assertThat(client.timeline(unwanted)).contains("CANCELLATION_REQUESTED");
      List<Duration> looks =
          Stream.generate(() -> time(() -> ok(client.view(waiting.get(0))))).limit(LOOKS).toList();
      assertThat(looks.stream().sorted().skip(LOOKS / 2).findFirst().orElseThrow())
          .isLessThan(Duration.ofSeconds(1));
    } finally {
      RunningSystem.get().resume(Part.PAYMENT);
    }
    invariants.holdFor(first, "DELIVERED");
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
    var metrics =
        RunningSystem.get()
            .management(Instance.first(Part.ORCHESTRATOR))
            .resolve("/actuator/prometheus");
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> Http.get(metrics).raw().body(), body -> body.matches(NO_CALL_LEFT));
  }

  private String atItsStore() {
    String order = client.placeOrder("approved");
    client.bring(order, "STORE_REQUESTED");
    return order;
  }

  private void deliver(String order) {
    client.bring(order, "PICKED_UP");
    ok(client.complete(order));
    client.awaitStatus(order, "DELIVERED");
  }

  private void awaitThatStoreNeedNotCook(String order) {
    await()
        .atMost(Client.PATIENCE)
        .until(() -> client.storeRequests(order).at("/0/status").asText(), "CANCELLED"::equals);
  }

  private static Duration time(Runnable act) {
    long begun = System.nanoTime();
    act.run();
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
