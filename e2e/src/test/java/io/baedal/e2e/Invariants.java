package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.bench.check.BooksReader;
import io.baedal.bench.check.Checker;
import io.baedal.bench.check.OrderBooks;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks the invariants of orders that have ended, as the fault runs do, and what clients see. */
final class Invariants {

  private final Client client;

  Invariants(Client client) {
    this.client = client;
  }

  /** Checks all invariants, once the services had time to receive the end. */
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

  /** Reads the topic from its beginning each time: a test may have deleted its data. */
  private static Map<String, OrderBooks> read(Map<String, String> outcomes) {
    return new BooksReader(RunningSystem.get())
        .read().stream()
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
