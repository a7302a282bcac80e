package io.baedal.e2e;

import static io.baedal.e2e.Client.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A worker that hangs delays the orders that need it, and no others. */
@Isolated("pauses payment")
class SlowWorkerE2E {

  private static final int WAITING = 30;

  private static final String NO_CALL_LEFT =
      "(?s).*resilience4j_bulkhead_available_concurrent_calls\\{[^}]*name=\"payment\"[^}]*} 0\\.0.*";

  private final Client client = new Client();
  private final Invariants invariants = new Invariants(client);

  @Test
  void paidOrdersContinueWhilePaymentHangs() {
    String paid = atItsStore();
    String cancelled = atItsStore();
    List<String> waiting;
    RunningSystem.get().pause(Part.PAYMENT);
    try {
      waiting = Stream.generate(() -> client.placeOrder("approved")).limit(WAITING).toList();
      awaitThatPaymentIsFull();

      deliver(paid);
      assertThat(client.cancel(cancelled).status()).isEqualTo(202);
      awaitThatStoreRequestIsCancelled(cancelled);
      assertThat(client.timeline(cancelled)).contains("CANCELLATION_REQUESTED");
      ok(client.view(waiting.get(0)));
    } finally {
      RunningSystem.get().resume(Part.PAYMENT);
    }
    invariants.holdFor(paid, "DELIVERED");
    client.awaitStatus(cancelled, "CANCELLED");
    invariants.holdFor(cancelled, "CANCELLED");
    for (String order : waiting) {
      client.awaitTimeline(order, "STORE_REQUESTED");
      assertThat(client.cancel(order).status()).isEqualTo(202);
    }
    invariants.holdFor(
        waiting.stream().collect(Collectors.toMap(Function.identity(), order -> "CANCELLED")));
  }

  private static void awaitThatPaymentIsFull() {
    var metrics =
        RunningSystem.get()
            .management(Instance.first(Part.ORCHESTRATOR))
            .resolve("/actuator/prometheus");
    await()
        .atMost(Client.PATIENCE)
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

  private void awaitThatStoreRequestIsCancelled(String order) {
    await()
        .atMost(Client.PATIENCE)
        .until(() -> client.storeRequests(order).at("/0/status").asText(), "CANCELLED"::equals);
  }
}
