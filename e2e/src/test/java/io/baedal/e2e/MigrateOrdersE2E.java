package io.baedal.e2e;

import static io.baedal.e2e.Client.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The orchestrator restarts with a changed model, in which the wait for the pick-up has a new id.
 */
@Tag("slow")
@Isolated("restarts the orchestrator")
class MigrateOrdersE2E {

  private static final String WAIT = "Catch_DeliveryPickedUp";
  private static final String RENAMED = "Catch_OrderPickedUp";

  @TempDir private Path release;

  private final LocalSystem system = RunningSystem.get();
  private final Client client = new Client();
  private final Invariants invariants = new Invariants(client);

  @AfterEach
  void theNextTestHasTheRealModel() {
    system.stop(Part.ORCHESTRATOR);
    system.start(Part.ORCHESTRATOR, Map.of());
  }

  @Test
  void ordersUnderWayFinishOnTheirVersionOrAreMigratedAndNewOnesTakeTheNewOne() throws IOException {
    String toKeep = orderOnItsWay();
    String toMigrate = orderOnItsWay();
    String tag = tagOf(toMigrate);
    release(tag);

    String fresh = orderOnItsWay();
    assertThat(tagOf(fresh)).isEqualTo("next");
    assertThat(tagOf(toKeep)).isEqualTo(tag);
    deliver(toKeep);

    assertThat(baedal("migrate").lines())
        .anyMatch(line -> line.matches("\\d+ +next +\\d+ +here +next-to-.*"))
        .anyMatch(line -> line.matches("\\d+ +" + tag + " +\\d+ +" + tag + "-to-next"));
    String plan = tag + "-to-next";
    assertThat(baedal("migrate", "--plan", plan, "--dry-run", "--reason", "a look"))
        .containsPattern("possible +[1-9]")
        .containsPattern("refused +0");
    assertThat(tagOf(toMigrate)).isEqualTo(tag);
    assertThat(baedal("migrate", "--plan", plan, "--reason", "the old one is at fault"))
        .containsPattern("migrated +[1-9]")
        .containsPattern("refused +0");
    assertThat(tagOf(toMigrate)).isEqualTo("next");

    assertThat(client.cancel(toMigrate).status()).isEqualTo(202);
    client.awaitStatus(toMigrate, "CANCELLED");
    invariants.holdFor(toMigrate, "CANCELLED");
    deliver(fresh);
    // orders that other tests left open migrate back, before the release is reverted
    baedal("migrate", "--plan", "next-to-" + tag, "--reason", "going back");
  }

  private void release(String tag) throws IOException {
    Path model = Path.of(System.getProperty("baedal.root"), "bpmn", "order-fulfillment.bpmn");
    Files.writeString(
        release.resolve("order-fulfillment.bpmn"),
        Files.readString(model)
            .replace("versionTag=\"" + tag + "\"", "versionTag=\"next\"")
            .replace(WAIT, RENAMED));
    plan(tag, "next", WAIT, RENAMED);
    plan("next", tag, RENAMED, WAIT);
    system.stop(Part.ORCHESTRATOR);
    system.start(
        Part.ORCHESTRATOR,
        Map.of(
            "ORCHESTRATOR_MODEL",
            release.resolve("order-fulfillment.bpmn").toUri().toString(),
            "ORCHESTRATOR_MIGRATIONS",
            release.toUri() + "*.json"));
  }

  private void plan(String from, String to, String place, String target) throws IOException {
    Files.writeString(
        release.resolve(from + "-to-" + to + ".json"),
        "{\"from\": \"%s\", \"to\": \"%s\", \"mappings\": {\"%s\": \"%s\"}}"
            .formatted(from, to, place, target));
  }

  private String orderOnItsWay() {
    String id = client.placeOrder("approved");
    client.bring(id, "DELIVERY_STARTED");
    return id;
  }

  private void deliver(String id) {
    client.bring(id, "PICKED_UP");
    ok(client.complete(id));
    invariants.holdFor(id, "DELIVERED");
  }

  /** The tag of the version that an order runs on. */
  private String tagOf(String id) {
    String version =
        client.engine("/process-instance?businessKey=" + id).body().at("/0/definitionId").asText();
    return client.engine("/process-definition/" + version).body().at("/versionTag").asText();
  }

  /** Runs a command in a separate process, as an operator does. */
  private static String baedal(String... arguments) {
    int port = RunningSystem.get().address(Part.ORCHESTRATOR).getPort();
    int identity = RunningSystem.get().address(Part.IDENTITY).getPort();
    return Baedal.run(
        Map.of(),
        Stream.concat(
                Stream.of(arguments),
                Stream.of(
                    "--data",
                    System.getProperty("baedal.data"),
                    "--port",
                    "orchestrator=" + port,
                    "--port",
                    "identity=" + identity))
            .toArray(String[]::new));
  }
}
