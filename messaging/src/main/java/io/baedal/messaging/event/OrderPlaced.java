package io.baedal.messaging.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer placed an order, and the order service acknowledged it.
 *
 * <p>Fields added to {@code v1} later are omitted from the payload if they are null. The event of
 * an earlier order therefore keeps its payload and its id when it is republished.
 *
 * @param orderId the id of the order in every service
 * @param clientReference the customer's id of the order, unique per customer, if given
 * @param amount the sum of all items in whole minor units of {@code currency} (ISO 4217)
 * @param paymentMethod passed to the payment provider
 * @param number the short number of the order; added later
 * @param note the customer's note to the store and the courier; added later
 * @param phone the customer's phone number, for the courier; added later
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
   * @param options the customer's choices for this product, such as "no onions"; null if there are
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
