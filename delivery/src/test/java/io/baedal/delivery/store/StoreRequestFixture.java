package io.baedal.delivery.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Store requests in every state. */
public final class StoreRequestFixture {

  public static final UUID ORDER_ID = UUID.fromString("5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11");
  public static final Instant REQUESTED_AT = Instant.parse("2026-03-01T10:00:00Z");
  public static final Instant LATER = Instant.parse("2026-03-01T10:00:05Z");
  public static final StoreOrder ORDER = order("Bibimbap");

  public static StoreOrder order(String... products) {
    return new StoreOrder(null, "store-1", items(products), "12 Harbour Street", null);
  }

  public static StoreOrder numbered(long number) {
    return new StoreOrder(number, "store-1", items("Bibimbap"), "12 Harbour Street", null);
  }

  private static List<StoreOrder.Item> items(String... products) {
    return Stream.of(products).map(product -> new StoreOrder.Item(product, 2, List.of())).toList();
  }

  public static StoreRequest in(StoreRequestStatus status) {
    StoreRequest requested = StoreRequest.requested(ORDER_ID, ORDER, REQUESTED_AT);
    return switch (status) {
      case REQUESTED -> requested;
      case ACCEPTED -> requested.accepted(LATER);
      case REJECTED -> requested.rejected("sold out", LATER);
      case CANCELLED -> requested.cancelled(LATER);
    };
  }

  private StoreRequestFixture() {}
}
