package io.baedal.e2e;

import static io.baedal.e2e.Client.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.util.FileSystemUtils;

/** Kafka accepts events, and loses all its data before any service has read them. */
@Tag("slow")
@Isolated("stops Kafka")
class KafkaDataGoneE2E {

  private static final List<Part> READERS = List.of(Part.ORCHESTRATOR, Part.ORDER_VIEW);

  private final Client client = new Client();
  private final Invariants invariants = Invariants.withoutTopic(client);

  @Test
  void everyOrderEndsWellOnceTheEventsAreRepublished() throws IOException {
    String ended = client.placeOrder("approved");
    client.bring(ended, "PICKED_UP");
    ok(client.complete(ended));
    invariants.holdFor(ended, "DELIVERED");
    String view = client.view(ended).raw().body();
    String requested = broughtTo("STORE_REQUESTED");
    String cancelled = broughtTo("STORE_REQUESTED");
    String started = broughtTo("DELIVERY_STARTED");

    READERS.forEach(RunningSystem.get()::pause);
    String placed = client.placeOrder("approved");
    ok(client.acceptAsStore(requested), client.pickUp(started), client.complete(started));
    assertThat(client.cancel(cancelled).status()).isEqualTo(202);
    List.of(Part.ORDER, Part.DELIVERY).forEach(KafkaDataGoneE2E::awaitThatKafkaHasAll);
    loseTheDataOfKafka();
    READERS.forEach(RunningSystem.get()::resume);
    assertThat(Republished.all().lines()).hasSize(4);

    invariants.holdFor(started, "DELIVERED");
    invariants.holdFor(cancelled, "CANCELLED");
    for (String id : List.of(placed, requested)) {
      client.awaitTimeline(id, "STORE_REQUESTED");
      ok(client.acceptAsStore(id));
      client.awaitTimeline(id, "DELIVERY_STARTED");
      ok(client.pickUp(id), client.complete(id));
      invariants.holdFor(id, "DELIVERED");
    }
    invariants.holdFor(ended, "DELIVERED");
    assertThat(client.view(ended).raw().body()).isEqualTo(view);
    assertThat(new Database(Part.ORCHESTRATOR).value("SELECT count(*) FROM parked_messages"))
        .isEqualTo("0");
  }

  private String broughtTo(String status) {
    String id = client.placeOrder("approved");
    client.bring(id, status);
    return id;
  }

  private static void awaitThatKafkaHasAll(Part service) {
    await("the outbox of " + service.label() + " to be empty")
        .atMost(Client.PATIENCE)
        .until(() -> new Database(service).value("SELECT count(*) FROM outbox").equals("0"));
  }

  private static void loseTheDataOfKafka() throws IOException {
    LocalSystem system = RunningSystem.get();
    system.stop(Part.KAFKA);
    Path data = Path.of(System.getProperty("baedal.data"), "kafka", "data");
    assertThat(FileSystemUtils.deleteRecursively(data)).isTrue();
    system.start(Part.KAFKA);
  }
}
