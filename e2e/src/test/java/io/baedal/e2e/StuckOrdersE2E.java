package io.baedal.e2e;

import static io.baedal.e2e.Client.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.local.common.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class StuckOrdersE2E {

  private final Client client = new Client();
  private final Invariants invariants = new Invariants(client);

  @Test
  void aRefundThatKeepsFailingBlocksNoOtherOrderAndIsSettledByAnOperator() throws Exception {
    String id = client.placeOrder("refund-unavailable");
    client.bring(id, "STORE_REQUESTED");
    assertThat(client.cancel(id).status()).isEqualTo(202);
    awaitListed(id, "RETRYING");

    String other = client.placeOrder("approved");
    client.bring(other, "PICKED_UP");
    ok(client.complete(other));
    invariants.holdFor(other, "DELIVERED");

    // no test waits 49 minutes for the last try
    await()
        .atMost(Client.PATIENCE)
        .ignoreException(IOException.class)
        .until(() -> setTriesToZero(id) == 204);
    JsonNode stuck = awaitListed(id, "STUCK");
    assertThat(stuck.at("/step").asText()).isEqualTo("CANCEL_PAYMENT");
    assertThat(stuck.at("/undoing").asBoolean()).isTrue();
    assertThat(stuck.at("/error").asText())
        .startsWith("503")
        .endsWith("urn:baedal:problem:provider-unavailable");

    var settled =
        Http.post(
            at("/stuck-orders/" + id + "/settlements"),
            "{\"step\": \"CANCEL_PAYMENT\", \"reason\": \"refunded in the provider's console\"}",
            "Authorization",
            client.operatorLogin());
    assertThat(settled.status()).as(settled.raw().body()).isEqualTo(202);

    client.awaitStatus(id, "CANCELLED");
    await()
        .atMost(Client.PATIENCE)
        .until(() -> client.order(id).body().at("/status").asText().equals("CANCELLED"));
    assertThat(client.order(id).body().at("/reason").asText()).isEqualTo("CUSTOMER_CANCELLED");
    assertThat(client.storeRequests(id).at("/0/status").asText()).isEqualTo("CANCELLED");
    JsonNode act = get("/operator-acts?orderId=" + id).at("/items/0");
    assertThat(act.at("/act").asText()).isEqualTo("SETTLE");
    assertThat(act.at("/operator").asText()).isEqualTo("operator");
    assertThat(act.at("/reason").asText()).isEqualTo("refunded in the provider's console");
    assertThat(
            Http.get(at("/stuck-orders/" + id), "Authorization", client.operatorLogin()).status())
        .isEqualTo(404);
  }

  private JsonNode awaitListed(String id, String state) {
    return await("order " + id + " to be " + state)
        .atMost(Client.PATIENCE)
        .until(() -> listed(id, state), found -> !found.isMissingNode());
  }

  private JsonNode listed(String id, String state) {
    var items = get("/stuck-orders?size=100&state=" + state).at("/items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.at("/orderId").asText().equals(id))
        .findFirst()
        .orElse(Http.JSON.missingNode());
  }

  /** Sets the tries of the step to zero with the engine's own API. */
  private int setTriesToZero(String id) throws IOException, InterruptedException {
    String instance =
        client.engine("/process-instance?businessKey=" + id).body().at("/0/id").asText();
    String job =
        client
            .engine("/job?withException=true&processInstanceId=" + instance)
            .body()
            .at("/0/id")
            .asText();
    var request =
        HttpRequest.newBuilder(at("/engine-rest/job/" + job + "/retries"))
            .header("Authorization", client.operatorLogin())
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{\"retries\": 0}"))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private JsonNode get(String path) {
    var answer = Http.get(at(path), "Authorization", client.operatorLogin());
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    return answer.body();
  }

  private static URI at(String path) {
    return RunningSystem.get().address(Part.ORCHESTRATOR).resolve(path);
  }
}
