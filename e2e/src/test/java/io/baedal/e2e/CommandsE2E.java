package io.baedal.e2e;

import static io.baedal.e2e.Client.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.bench.load.PlacedOrder;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output of {@code ./baedal} with real services. */
class CommandsE2E {
  private static final Pattern ORDER = Pattern.compile("Order (\\S+)");

  @TempDir private Path directory;

  private final LocalSystem system = RunningSystem.get();
  private final Client client = new Client();
  private Process order;

  @AfterEach
  void stop() {
    if (order != null) {
      order.destroyForcibly();
    }
  }

  @Test
  void orderPrintsWhyACancelIsRefused() throws Exception {
    order = order("--cancel-after", "PICKED_UP");
    String id = placed();
    client.bring(id, "PICKED_UP");
    awaitLine("Cancellation requested.");
    awaitLine("Cancel refused: PICKED_UP");
    ok(client.complete(id));

    assertThat(exitCode(order)).isZero();
    assertThat(statuses())
        .containsExactly(
            "PLACED",
            "PAYMENT_APPROVED",
            "STORE_REQUESTED",
            "STORE_ACCEPTED",
            "DELIVERY_STARTED",
            "PICKED_UP",
            "DELIVERED");
  }

  @Test
  void orderPrintsThatACancelSucceeded() throws Exception {
    order = order("--cancel-after", "STORE_REQUESTED");

    assertThat(exitCode(order)).isZero();
    assertThat(statuses())
        .endsWith("CANCELLATION_REQUESTED  CUSTOMER_CANCELLED", "CANCELLED  CUSTOMER_CANCELLED");
  }

  @Test
  void orderPrintsWhyAnOrderWasRejected() throws Exception {
    order = order("--method", "declined");

    assertThat(exitCode(order)).isZero();
    assertThat(statuses()).containsExactly("PLACED", "REJECTED  PAYMENT_DECLINED");
  }

  @Test
  void orderFollowsAnExistingOrder() throws Exception {
    String id = client.placeOrder("declined");
    client.awaitStatus(id, "REJECTED");

    order = order(id);

    assertThat(exitCode(order)).isZero();
    assertThat(statuses()).containsExactly("PLACED", "REJECTED  PAYMENT_DECLINED");
  }

  @Test
  void orderPrintsThatThereIsNoSuchOrder() throws Exception {
    String unknown = UUID.randomUUID().toString();

    order = order(unknown);

    assertThat(exitCode(order)).isOne();
    assertThat(output()).isEqualToIgnoringNewLines("baedal: There is no order " + unknown + ".");
  }

  @Test
  void orderPrintsWhatTheServiceDidNotAccept() throws Exception {
    order = order("--product", "x".repeat(10_000));

    assertThat(exitCode(order)).isOne();
    assertThat(output())
        .startsWith("baedal: POST " + client.at("/orders") + " answered 400: ")
        .contains("productName");
  }

  @Test
  void orderPrintsWhatIsNotOnTheMenu() throws Exception {
    order = order("--product", "NOSUCH");

    assertThat(exitCode(order)).isOne();
    assertThat(output()).contains(" answered 422: ").contains("NOSUCH is not on the menu");
  }

  @Test
  void menuReplacesTheMenuOfAStore() throws Exception {
    String store = "store-" + UUID.randomUUID();
    Path file =
        Files.writeString(
            directory.resolve("menus.json"),
            "{\"%s\": {\"items\": [{\"productName\": \"A\", \"unitPrice\": 1}]}}".formatted(store));

    Process menu = start("menu", file.toString());

    assertThat(exitCode(menu)).isZero();
    assertThat(output()).isEqualToIgnoringNewLines(store + "  1 items");
    assertThat(client.get("/stores/" + store + "/menu").body().at("/items/0/unitPrice").asLong())
        .isOne();
  }

  @Test
  void republishCountsWhatWasPublished() {
    String id = client.placeOrder("declined");
    client.awaitStatus(id, "REJECTED");

    assertThat(Republished.all().lines())
        .hasSize(4)
        .allMatch(line -> line.matches("\\S+ +\\d+ orders, \\d+ events"))
        .filteredOn(line -> !line.startsWith("delivery"))
        .noneMatch(line -> line.contains(" 0 events"));
  }

  @Test
  void migratePrintsThatThereIsNoSuchPlan() throws Exception {
    Process migrate =
        start("migrate", "--plan", "nosuch-to-none", "--dry-run", "--reason", "a look");

    assertThat(exitCode(migrate)).isOne();
    assertThat(output()).startsWith("baedal: 404: There is no plan");
  }

  @Test
  void migratePrintsWhichFieldIsWrong() throws Exception {
    Process migrate = start("migrate", "--plan", "1-to-2", "--dry-run", "--reason", " ");

    assertThat(exitCode(migrate)).isOne();
    assertThat(output()).startsWith("baedal: 400: ").contains("reason ");
  }

  @Test
  void faultRunsReadTheIdOfAPlacedOrder() {
    Http.Answer answer = client.tryToPlaceOrder("declined", UUID.randomUUID().toString());

    assertThat(answer.header("Location"))
        .isEqualTo("/orders/" + PlacedOrder.id(answer.raw().body()));
  }

  private Process order(String... options) throws IOException {
    return start("order", options);
  }

  /** With the ports, because the data of this system have no file with them. */
  private Process start(String command, String... options) throws IOException {
    List<String> line =
        new ArrayList<>(List.of(command, "--data", System.getProperty("baedal.data")));
    for (Part part : List.of(Part.GATEWAY, Part.ORCHESTRATOR, Part.IDENTITY)) {
      line.addAll(List.of("--port", part.label() + "=" + system.address(part).getPort()));
    }
    return Baedal.command(line, options)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("output").toFile())
        .start();
  }

  private int exitCode(Process command) {
    assertThat(command.onExit()).as(this::output).succeedsWithin(Client.PATIENCE);
    return command.exitValue();
  }

  private String placed() {
    await().atMost(Client.PATIENCE).until(() -> ORDER.matcher(output()).find());
    Matcher order = ORDER.matcher(output());
    assertThat(order.find()).isTrue();
    return order.group(1);
  }

  private void awaitLine(String line) {
    await(line)
        .atMost(Client.PATIENCE)
        .untilAsserted(() -> assertThat(output().lines()).containsOnlyOnce(line));
  }

  /** The statuses of the lines that begin with a time. */
  private List<String> statuses() {
    return output()
        .lines()
        .filter(line -> line.matches("\\d\\d:\\d\\d:.*"))
        .map(line -> line.substring(line.indexOf("  ")).strip())
        .toList();
  }

  private String output() {
    try {
      return Files.readString(directory.resolve("output"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
