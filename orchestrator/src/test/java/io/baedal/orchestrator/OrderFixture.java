package io.baedal.orchestrator;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.inbox.ReceivedEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Orders for tests. */
public final class OrderFixture {

  public static OrderPlaced order() {
    return order(UUID.randomUUID());
  }

  public static OrderPlaced order(UUID id) {
    return order(id, "approved");
  }

  public static OrderPlaced order(UUID id, String paymentMethod) {
    return new OrderPlaced(
        id,
        null,
        "customer-1",
        "store-1",
        List.of(new OrderPlaced.Item("APPLE", 2, 9_000, null)),
        18_000,
        "KRW",
        "12 Sejong-daero, Seoul",
        paymentMethod,
        Instant.parse("2026-01-01T00:00:00Z"),
        null,
        null,
        null);
  }

  /** The events as messages, each with a new id. */
  public static List<ReceivedEvent> received(DomainEvent... events) {
    return Stream.of(events).map(event -> new ReceivedEvent(UUID.randomUUID(), event)).toList();
  }

  private OrderFixture() {}
}
