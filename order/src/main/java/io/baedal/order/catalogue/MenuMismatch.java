package io.baedal.order.catalogue;

import io.baedal.order.ordering.OrderRefused;
import java.util.List;

/** An order asks for what the menu of the store does not offer, or at another price. */
public final class MenuMismatch extends OrderRefused {

  private static final long serialVersionUID = 1L;

  private final transient List<Difference> differences;

  /**
   * A difference between an order and the menu.
   *
   * @param field the field of the order, such as {@code items[0].unitPrice}
   * @param message names the product, and both prices if they differ
   */
  public record Difference(String field, String message) {}

  MenuMismatch(String storeId, List<Difference> differences) {
    super("The order differs from the menu of store " + storeId + ", see errors.");
    this.differences = List.copyOf(differences);
  }

  /** All differences, in the order of the items. */
  public List<Difference> differences() {
    return differences;
  }
}
