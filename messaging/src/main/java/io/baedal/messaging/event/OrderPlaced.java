package io.baedal.messaging.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer placed an order, and the order service acknowledged it.
 *
 * @param orderId the id that every service knows the order by
 * @param clientReference the customer's own name for the order, unique per customer, if given
 * @param amount the sum of all items in whole minor units of {@code currency} (ISO 4217)
 * @param paymentMethod what the payment provider is told
 */
public record OrderPlaced(
    UUID orderId,
    @Nullable String clientReference,
    String customerId,
    String storeId,
    List<Item> items,
    long amount,
    String currency,
    String deliveryAddress,
    String paymentMethod,
    Instant placedAt)
    implements DomainEvent {

  /** One line of an order; {@code unitPrice} in whole minor units of the order's currency. */
  public record Item(String productName, int quantity, long unitPrice) {}

  public OrderPlaced {
    items = List.copyOf(items);
  }
}
