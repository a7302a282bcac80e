package io.baedal.messaging.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer placed an order, and the order service acknowledged it.
 *
 * <p>What was added to {@code v1} later is left out of the payload while it is null: an event of an
 * earlier order is written as it was then, and so keeps its id when it is republished.
 *
 * @param orderId the id that every service knows the order by
 * @param clientReference the customer's own name for the order, unique per customer, if given
 * @param amount the sum of all items in whole minor units of {@code currency} (ISO 4217)
 * @param paymentMethod what the payment provider is told
 * @param number the short number that people know the order by; added later
 * @param note what the customer wants the store and the courier to know; added later
 * @param phone where the courier reaches the customer; added later
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
    Instant placedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long number,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String phone)
    implements DomainEvent {

  public OrderPlaced {
    items = List.copyOf(items);
  }

  /**
   * One line of an order.
   *
   * @param unitPrice in whole minor units of the order's currency
   * @param options what the customer chose of this product, such as "no onions"; null when there is
   *     none; added later
   */
  public record Item(
      String productName,
      int quantity,
      long unitPrice,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> options) {

    public Item {
      options = options == null || options.isEmpty() ? null : List.copyOf(options);
    }
  }
}
