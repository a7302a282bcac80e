package io.baedal.order.ordering;

import org.jspecify.annotations.Nullable;

/**
 * Which orders to list; null filters nothing.
 *
 * @param page counts from 0
 * @param size of a page
 */
public record OrderQuery(
    @Nullable String customerId,
    @Nullable String storeId,
    @Nullable OrderStatus status,
    int page,
    int size) {

  public static final NumberRule PAGE = new NumberRule(0, 100_000);
  public static final NumberRule SIZE = new NumberRule(1, 100);

  public OrderQuery {
    PAGE.check("page", page);
    SIZE.check("size", size);
  }
}
