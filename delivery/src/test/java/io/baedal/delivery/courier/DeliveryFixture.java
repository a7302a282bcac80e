package io.baedal.delivery.courier;

import java.time.Instant;
import java.util.UUID;

/** Deliveries in every state. */
public final class DeliveryFixture {

  public static final UUID ORDER_ID = UUID.fromString("5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11");
  public static final Instant STARTED_AT = Instant.parse("2026-03-01T10:00:00Z");
  public static final Instant LATER = Instant.parse("2026-03-01T10:00:05Z");
  public static final Route ROUTE = new Route(null, "store-1", "12 Harbour Street", null, null);

  public static Route numbered(long number) {
    return new Route(number, "store-1", "12 Harbour Street", null, null);
  }

  public static Delivery in(DeliveryStatus status) {
    Delivery started = Delivery.started(ORDER_ID, ROUTE, STARTED_AT);
    return switch (status) {
      case STARTED -> started;
      case PICKED_UP -> started.pickedUp(LATER);
      case COMPLETED -> started.pickedUp(LATER).completed(LATER);
      case CANCELLED -> started.recalled(LATER);
    };
  }

  private DeliveryFixture() {}
}
