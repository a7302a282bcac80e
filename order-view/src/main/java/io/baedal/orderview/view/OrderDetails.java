package io.baedal.orderview.view;

import io.baedal.messaging.event.OrderPlaced;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered.
 *
 * @param number the short number of the order; null for orders placed before numbers existed
 * @param amount in whole minor units of {@code currency} (ISO 4217)
 * @param note the customer's note to the store and the courier
 * @param phone the customer's phone number, for the courier
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
