package io.baedal.e2e;

import static io.baedal.e2e.Client.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.local.common.Part;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
@Isolated("stops services")
class OutageE2E {

  private final Client client = new Client();
  private final Invariants invariants = new Invariants(client);

  @Test
  void aDownWorkerStopsItsOwnStepOnlyAndNothingIsLost() {
    String id;
    RunningSystem.get().kill(Part.PAYMENT);
    try {
      id = client.placeOrder("approved");
      client.awaitTimeline(id, "PLACED");
      await()
          .atMost(Client.PATIENCE)
          .untilAsserted(
              () -> {
                var payments = client.get("/payments");
                assertThat(payments.status()).isEqualTo(503);
                assertThat(payments.header("Retry-After")).matches("\\d+");
                assertThat(payments.header("Content-Type")).startsWith("application/problem+json");
              });
      assertThat(client.get("/deliveries").status()).isEqualTo(200);
    } finally {
      RunningSystem.get().start(Part.PAYMENT);
    }

    client.bring(id, "PICKED_UP");
    ok(client.complete(id));
    invariants.holdFor(id, "DELIVERED");
  }

  @ParameterizedTest
  @EnumSource(
      value = Part.class,
      names = {"ORCHESTRATOR", "DELIVERY", "ORDER", "ORDER_VIEW"})
  void anOrderSurvivesTheKillOf(Part part) {
    String id = client.placeOrder("approved");
    client.bring(id, "STORE_REQUESTED");
    RunningSystem.get().kill(part);
    RunningSystem.get().start(part);
    ok(await().atMost(Client.PATIENCE).until(() -> client.acceptAsStore(id), this::ok200));
    client.awaitTimeline(id, "DELIVERY_STARTED");
    ok(client.pickUp(id), client.complete(id));

    invariants.holdFor(id, "DELIVERED");
  }

  @Test
  void anOrderIsPlacedWithoutKafkaAndContinuesWithIt() {
    String id;
    RunningSystem.get().stop(Part.KAFKA);
    try {
      id = client.placeOrder("approved");
    } finally {
      RunningSystem.get().start(Part.KAFKA);
    }
    client.bring(id, "PICKED_UP");
    ok(client.complete(id));

    invariants.holdFor(id, "DELIVERED");
  }

  @Test
  void theViewAnswersWhenTheOtherServicesAreStopped() {
    String id = client.placeOrder("declined");
    invariants.holdFor(id, "REJECTED");
    var others = List.of(Part.ORDER, Part.ORCHESTRATOR, Part.PAYMENT, Part.DELIVERY, Part.KAFKA);
    others.forEach(RunningSystem.get()::kill);
    try {
      assertThat(client.view(id).body().at("/status").asText()).isEqualTo("REJECTED");
      assertThat(client.get("/order-views").status()).isEqualTo(200);
    } finally {
      RunningSystem.get().start(Part.KAFKA);
      others.stream().filter(Part::isService).forEach(RunningSystem.get()::start);
    }
  }

  private boolean ok200(Http.Answer answer) {
    return answer.status() == 200;
  }
}
