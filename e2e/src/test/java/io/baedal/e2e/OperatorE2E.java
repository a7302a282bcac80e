package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.common.Part;
import org.junit.jupiter.api.Test;

class OperatorE2E {

  private final Client client = new Client();

  @Test
  void seesTheRunningOrderInTheEngine() {
    String id = client.placeOrder("approved");
    client.bring(id, "STORE_REQUESTED");

    var instances = client.engine("/process-instance?businessKey=" + id).body();
    assertThat(instances).hasSize(1);
    assertThat(instances.get(0).at("/definitionId").asText()).startsWith("OrderFulfillment:");
    client.cancel(id);
    client.awaitStatus(id, "CANCELLED");
  }

  @Test
  void cockpitTasklistAndAdminAreServedAndEverythingNeedsALogin() {
    var orchestrator = RunningSystem.get().address(Part.ORCHESTRATOR);
    for (String app : new String[] {"cockpit", "tasklist", "admin"}) {
      var page = Http.get(orchestrator.resolve("/camunda/app/" + app + "/default/"));
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.raw().body()).contains("Camunda");
      var plugin = "/camunda/api/%1$s/plugin/%1$sPlugins/static/app/plugin.js".formatted(app);
      assertThat(Http.get(orchestrator.resolve(plugin)).status()).as(plugin).isEqualTo(200);
    }
    assertThat(
            Http.get(orchestrator.resolve("/engine-rest/engine/default/process-instance")).status())
        .isEqualTo(401);
    assertThat(Http.get(orchestrator.resolve("/engine-rest/process-instance")).status())
        .isEqualTo(401);
    assertThat(
            Http.get(orchestrator.resolve("/camunda/api/engine/engine/default/process-instance"))
                .status())
        .isIn(401, 403);
    assertThat(
            Http.post(
                    orchestrator.resolve("/orders/" + new java.util.UUID(0, 1) + "/cancellations"),
                    "")
                .status())
        .isEqualTo(401);
  }

  @Test
  void workerCallsCannotBeMadeThroughTheGateway() {
    String id = client.placeOrder("approved");
    assertThat(client.delete("/store-requests/" + id).status()).isEqualTo(405);
    assertThat(client.delete("/payment-requests/" + id).status()).isEqualTo(404);
    client.cancel(id);
    client.awaitStatus(id, "CANCELLED");
  }
}
