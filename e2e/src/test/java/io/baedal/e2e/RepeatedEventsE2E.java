package io.baedal.e2e;

import static io.baedal.e2e.Client.ok;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class RepeatedEventsE2E {

  private static final Pattern TOPICS =
      Pattern.compile("(orders|payments|deliveries|order-status)\\.v1");

  private final Client client = new Client();
  private final Invariants invariants = new Invariants(client);

  @Test
  void repeatingAllEventsBackwardsChangesNothing() {
    String delivered = client.placeOrder("approved");
    client.bring(delivered, "PICKED_UP");
    ok(client.complete(delivered));
    invariants.holdFor(delivered, "DELIVERED");
    String cancelled = client.placeOrder("approved");
    client.bring(cancelled, "STORE_REQUESTED");
    assertThat(client.cancel(cancelled).status()).isEqualTo(202);
    invariants.holdFor(cancelled, "CANCELLED");
    var views = List.of(client.view(delivered).body(), client.view(cancelled).body());
    var events = eventsOf(List.of(delivered, cancelled));
    assertThat(events).hasSizeGreaterThan(20);

    for (int i = events.size() - 1; i >= 0; i--) {
      resend(events.get(i));
    }
    events.forEach(this::resend);
    ConsumerGroups.awaitAllRead("order", "orchestrator", "order-view");

    assertThat(List.of(client.view(delivered).body(), client.view(cancelled).body()))
        .isEqualTo(views);
    invariants.holdFor(delivered, "DELIVERED");
    invariants.holdFor(cancelled, "CANCELLED");
    assertThat(eventsOf(List.of(delivered, cancelled))).hasSize(3 * events.size());
  }

  @Test
  void anUnreadableMessageBlocksNoOrder() {
    String id = client.placeOrder("approved");
    send(new ProducerRecord<>("deliveries.v1", id, "{nonsense"));
    client.bring(id, "PICKED_UP");
    ok(client.complete(id));

    invariants.holdFor(id, "DELIVERED");
  }

  private List<ConsumerRecord<String, String>> eventsOf(List<String> orders) {
    var events = new ArrayList<ConsumerRecord<String, String>>();
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            RunningSystem.get().kafkaBootstrap(),
            "auto.offset.reset",
            "earliest",
            "group.id",
            "e2e-" + System.nanoTime());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(TOPICS);
      await()
          .atMost(Client.PATIENCE)
          .until(
              () -> {
                var batch = consumer.poll(Duration.ofSeconds(1));
                batch.forEach(events::add);
                return batch.isEmpty() && !events.isEmpty();
              });
    }
    return events.stream()
        .filter(
            event -> orders.contains(event.key()) && event.headers().lastHeader("ce_id") != null)
        .toList();
  }

  private void resend(ConsumerRecord<String, String> event) {
    var again = new ProducerRecord<>(event.topic(), event.key(), event.value());
    event.headers().forEach(again.headers()::add);
    assertThat(new String(event.headers().lastHeader("ce_id").value(), UTF_8)).hasSize(36);
    send(again);
  }

  private static void send(ProducerRecord<String, String> message) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", RunningSystem.get().kafkaBootstrap());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(message);
      producer.flush();
    }
  }
}
