package io.baedal.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.local.common.Account;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** What operators do is in the audit logs, and these are unbroken. */
class AuditE2E {

  private static final List<Part> SERVICES =
      List.of(Part.ORDER, Part.PAYMENT, Part.DELIVERY, Part.ORDER_VIEW, Part.ORCHESTRATOR);

  private final LocalSystem system = RunningSystem.get();
  private final Client client = new Client();

  @Test
  void eachLogIsUnbroken() {
    client.bring(client.placeOrder("approved"), "STORE_ACCEPTED");

    String output = check(List.of());

    assertThat(output.lines().filter(line -> line.endsWith("  OK"))).hasSameSizeAs(SERVICES);
    List<String> heads =
        output
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("--head "))
            .flatMap(line -> List.of(line.split(" ")).stream())
            .toList();
    assertThat(check(heads)).doesNotContain("BROKEN");
  }

  @Test
  void anActThroughTheGatewayNamesTheClient() {
    String id = client.placeOrder("approved");
    client.cancel(id);

    List<JsonNode> entries =
        await().until(() -> entriesAt("/orders/" + id), list -> list.size() == 2);

    assertThat(entries.get(0).at("/outcome").asText()).isEqualTo("DONE");
    assertThat(entries.get(1).at("/outcome").asText()).isEqualTo("REQUESTED");
    assertThat(entries.get(1).at("/method").asText()).isEqualTo("DELETE");
    assertThat(entries.get(1).at("/forwardedFor").asText()).startsWith("for=");
  }

  @Test
  void eachEntryIsAnEvent() {
    String id = client.placeOrder("approved");
    client.cancel(id);
    String path = "\"path\":\"/orders/" + id + "\"";

    List<ConsumerRecord<String, String>> events =
        await().atMost(Client.PATIENCE).until(() -> events(path), list -> list.size() == 2);

    assertThat(events).extracting(ConsumerRecord::key).containsOnly("order");
    assertThat(events.get(0).value()).contains("\"outcome\":\"REQUESTED\"");
    assertThat(new String(events.get(0).headers().lastHeader("ce_type").value(), UTF_8))
        .isEqualTo("io.baedal.audit.entry-recorded.v1");
  }

  private List<ConsumerRecord<String, String>> events(String part) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            system.kafkaBootstrap(),
            "auto.offset.reset",
            "earliest",
            "group.id",
            "e2e-" + System.nanoTime());
    List<ConsumerRecord<String, String>> events = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("audit.v1"));
      await()
          .atMost(Client.PATIENCE)
          .until(
              () -> {
                var batch = consumer.poll(Duration.ofSeconds(1));
                batch.forEach(events::add);
                return batch.isEmpty() && !events.isEmpty();
              });
    }
    return events.stream().filter(event -> event.value().contains(part)).toList();
  }

  private List<JsonNode> entriesAt(String path) {
    JsonNode page =
        Http.get(
                address(Part.ORDER).resolve("/audit-entries?size=100"),
                "Authorization",
                client.operatorLogin())
            .body();
    return StreamSupport.stream(page.at("/items").spliterator(), false)
        .filter(entry -> entry.at("/path").asText().equals(path))
        .toList();
  }

  private String check(List<String> options) {
    List<String> arguments = new ArrayList<>(List.of("audit"));
    SERVICES.forEach(part -> arguments.addAll(List.of("--at", part.label() + "=" + address(part))));
    arguments.addAll(options);
    return Baedal.run(
        Map.of("BAEDAL_TOKEN", system.tokens(Account.OPERATOR).get()),
        arguments.toArray(String[]::new));
  }

  private URI address(Part part) {
    return system.address(system.instances(part).get(0));
  }
}
