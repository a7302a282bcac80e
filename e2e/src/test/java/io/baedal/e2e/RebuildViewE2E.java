package io.baedal.e2e;

import static io.baedal.e2e.Client.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.local.common.Part;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The view loses its data and is rebuilt by republished events, while it continues to answer. */
@Tag("slow")
@Isolated("empties the order view")
class RebuildViewE2E {

  private final Client client = new Client();
  private final Invariants invariants = new Invariants(client);

  @Test
  void theRebuiltViewIsIdenticalToTheByte() {
    List<String> orders = List.of(delivered(), cancelled(), declined(), running());
    List<String> before = views(orders);

    new Database(Part.ORDER_VIEW).execute("TRUNCATE order_views, status_changes");
    assertThat(client.view(orders.get(0)).status()).isEqualTo(404);
    Republished.all();

    await("the view to be rebuilt")
        .atMost(Client.PATIENCE)
        .untilAsserted(() -> assertThat(views(orders)).isEqualTo(before));
    String running = orders.get(3);
    ok(client.complete(running));
    invariants.holdFor(running, "DELIVERED");
    assertThat(client.view(running).body().at("/cancellation/reason").asText())
        .isEqualTo("PICKED_UP");
  }

  private String delivered() {
    String id = client.placeOrder("approved");
    client.bring(id, "PICKED_UP");
    ok(client.complete(id));
    invariants.holdFor(id, "DELIVERED");
    return id;
  }

  private String cancelled() {
    String id = client.placeOrder("approved");
    client.bring(id, "STORE_REQUESTED");
    assertThat(client.cancel(id).status()).isEqualTo(202);
    invariants.holdFor(id, "CANCELLED");
    return id;
  }

  private String declined() {
    String id = client.placeOrder("declined");
    invariants.holdFor(id, "REJECTED");
    return id;
  }

  /** An order that is with the courier, and whose cancel came too late. */
  private String running() {
    String id = client.placeOrder("approved");
    client.bring(id, "PICKED_UP");
    assertThat(client.cancel(id).status()).isEqualTo(202);
    await()
        .atMost(Client.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(client.view(id).body().at("/cancellation/outcome").asText())
                    .isEqualTo("REFUSED"));
    return id;
  }

  private List<String> views(List<String> orders) {
    return orders.stream().map(id -> client.view(id).raw().body()).toList();
  }
}
