package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.local.common.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class DeadLettersE2E {

  private final Client client = new Client();
  private final Invariants invariants = new Invariants(client);
  private final String customer = "unlucky-" + UUID.randomUUID();

  @AfterEach
  void removeTheCause() {
    execute(Part.ORDER_VIEW, "DROP FUNCTION IF EXISTS refuse_customer CASCADE");
    execute(Part.ORCHESTRATOR, "DROP FUNCTION IF EXISTS refuse_customer CASCADE");
  }

  @Test
  void aMessageThatFailsBecomesADeadLetterAndTakesEffectOnceItIsReplayed() {
    refuse(Part.ORDER_VIEW, "order_views", "NEW.placed ->> 'customerId'");
    refuse(Part.ORCHESTRATOR, "order_progress", "NEW.placed ->> 'customerId'");
    String id = placeOrder();
    String other = client.placeOrder("approved");

    await("both to have a dead letter")
        .atMost(Client.PATIENCE)
        .until(() -> openDeadLetters(id).size() == 2);
    assertThat(openDeadLetters(id)).allMatch(line -> line.contains("the planted cause"));
    // a later message of the same order, and so of the same partition
    assertThat(client.cancel(id).status()).isEqualTo(202);
    await("the messages behind it to be handled")
        .atMost(Client.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(client.view(id).body().at("/cancellation/outcome").asText())
                    .isEqualTo("PENDING"));
    client.awaitTimeline(other, "STORE_REQUESTED");
    assertThat(client.view(id).body().at("/amount").isNumber()).isFalse();

    removeTheCause();
    String event = openDeadLetters(id).get(0).split(" {2,}")[1];
    assertThat(deadLetters("show", "--id", event)).contains(id, "the planted cause", customer);
    assertThat(deadLetters("replay", "--id", event, "--group", "order-view"))
        .containsOnlyOnce("Replayed " + event);
    await("the view to know the order")
        .atMost(Client.PATIENCE)
        .untilAsserted(
            () -> assertThat(client.view(id).body().at("/amount").asLong()).isEqualTo(18_500));
    assertThat(openDeadLetters(id)).singleElement().asString().contains("orchestrator");
    assertThat(client.engine("/process-instance?businessKey=" + id).body()).isEmpty();

    // the order starts after its own cancel
    assertThat(deadLetters("replay", "--id", event)).containsOnlyOnce("Replayed " + event);
    client.awaitStatus(id, "CANCELLED");
    invariants.holdFor(id, "CANCELLED");

    var view = client.view(id).body();
    assertThat(deadLetters("replay", "--id", event)).startsWith("Already replayed");
    assertThat(deadLetters("replay", "--id", event, "--replayed").lines()).hasSize(2);
    ConsumerGroups.awaitAllRead("order-view", "orchestrator");
    assertThat(client.view(id).body()).isEqualTo(view);
    invariants.holdFor(id, "CANCELLED");
    client.cancel(other);
    client.awaitStatus(other, "CANCELLED");
  }

  private String placeOrder() {
    var answer =
        client.post(
            "/orders",
            """
            {"customerId": "%s", "storeId": "store-2", "paymentMethod": "approved",
             "deliveryAddress": "12 Sejong-daero, Seoul",
             "items": [{"productName": "APPLE", "quantity": 2}, {"productName": "PEAR", "quantity": 1}]}
            """
                .formatted(customer));
    assertThat(answer.status()).isEqualTo(201);
    return answer.body().at("/id").asText();
  }

  private List<String> openDeadLetters(String orderId) {
    return deadLetters("list").lines().filter(line -> line.contains(orderId)).toList();
  }

  private static String deadLetters(String... arguments) {
    var all =
        new ArrayList<>(
            List.of("dead-letters", "--bootstrap-servers", RunningSystem.get().kafkaBootstrap()));
    all.addAll(List.of(arguments));
    return Baedal.run(Map.of(), all.toArray(String[]::new));
  }

  /** Makes every insert for this customer fail, and with it the handling of the message. */
  private void refuse(Part service, String table, String customerColumn) {
    execute(
        service,
        """
        CREATE FUNCTION refuse_customer() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the planted cause'; END $$
        """);
    execute(
        service,
        """
        CREATE TRIGGER refuse_customer BEFORE INSERT ON %s FOR EACH ROW
        WHEN (%s = '%s') EXECUTE FUNCTION refuse_customer()
        """
            .formatted(table, customerColumn, customer));
  }

  private static void execute(Part service, String sql) {
    new Database(service).execute(sql);
  }
}
