package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.bench.check.BooksReader;
import io.baedal.bench.check.Checker;
import io.baedal.bench.check.OrderBooks;
import io.baedal.local.launcher.LocalSystem;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks the invariants of orders that have ended, as the fault runs do, and what clients see. */
final class Invariants {

  private final Client client;
  private final Function<LocalSystem, BooksReader> reader;

  Invariants(Client client) {
    // reads the topic from its beginning each time, so that a test may start another system
    this(client, BooksReader::new);
  }

  private Invariants(Client client, Function<LocalSystem, BooksReader> reader) {
    this.client = client;
    this.reader = reader;
  }

  /** Without the invariants of the topic, for tests that delete its data. */
  static Invariants withoutTopic(Client client) {
    return new Invariants(client, BooksReader::ofDatabases);
  }

  /**
   * Waits until the order has ended and all services have received that, and checks all invariants.
   */
  void holdFor(String orderId, String outcome) {
    holdFor(Map.of(orderId, outcome));
  }

  /** Checks all invariants of several orders, by id with their outcome. */
  void holdFor(Map<String, String> outcomes) {
    await("orders to end as " + outcomes)
        .atMost(Client.PATIENCE)
        .untilAsserted(
            () -> {
              Map<String, OrderBooks> books = read(outcomes);
              assertThat(statuses(books)).isEqualTo(outcomes);
              assertThat(BooksReader.unsettled(books.values())).isEmpty();
              assertThat(books.values().stream().map(Checker::check).flatMap(List::stream))
                  .isEmpty();
            });
    outcomes.keySet().parallelStream().forEach(this::orderAndViewAgree);
  }

  private Map<String, OrderBooks> read(Map<String, String> outcomes) {
    return reader.apply(RunningSystem.get()).read().stream()
        .filter(books -> outcomes.containsKey(books.orderId()))
        .collect(Collectors.toMap(OrderBooks::orderId, Function.identity()));
  }

  private static Map<String, String> statuses(Map<String, OrderBooks> books) {
    return books.values().stream()
        .filter(order -> order.order() != null)
        .collect(Collectors.toMap(OrderBooks::orderId, order -> order.order().status()));
  }

  private void orderAndViewAgree(String orderId) {
    JsonNode order = client.order(orderId).body();
    JsonNode view = client.view(orderId).body();
    assertThat(order.path("amount").asLong()).isEqualTo(18_500);
    for (String field : List.of("status", "reason", "amount")) {
      assertThat(view.path(field)).as(field).isEqualTo(order.path(field));
    }
  }
}
