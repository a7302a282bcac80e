package io.baedal.orderview.view;

import io.baedal.messaging.event.OrderPlaced;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered.
 *
 * @param number the short number that people know the order by; null for an order of a time when
 *     there was none
 * @param amount in whole minor units of {@code currency} (ISO 4217)
 * @param note what the customer wants the store and the courier to know
 * @param phone where the courier reaches the customer
 */
public record OrderDetails(
    @Nullable Long number,
    @Nullable String clientReference,
    String customerId,
    String storeId,
    List<OrderPlaced.Item> items,
    long amount,
    String currency,
    String deliveryAddress,
    @Nullable String phone,
    @Nullable String note,
    String paymentMethod,
    Instant placedAt) {

  public OrderDetails {
    items = List.copyOf(items);
  }
}
