package io.baedal.orderview.view;

import io.baedal.messaging.event.OrderPlaced;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was ordered; {@code amount} in whole minor units of {@code currency} (ISO 4217). */
public record OrderDetails(
    @Nullable String clientReference,
    String customerId,
    String storeId,
    List<OrderPlaced.Item> items,
    long amount,
    String currency,
    String deliveryAddress,
    String paymentMethod,
    Instant placedAt) {

  public OrderDetails {
    items = List.copyOf(items);
  }
}
