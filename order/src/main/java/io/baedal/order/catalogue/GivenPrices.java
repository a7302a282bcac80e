package io.baedal.order.catalogue;

import io.baedal.order.ordering.Item;
import io.baedal.order.ordering.OrderRequest;
import io.baedal.order.ordering.Prices;
import java.util.List;
import java.util.Objects;

/** The prices that a trusted system in front of this service has set; each item has one. */
final class GivenPrices implements Prices {

  @Override
  public List<Item> of(OrderRequest request) {
    return request.items().stream()
        .map(item -> item.at(Objects.requireNonNull(item.unitPrice())))
        .toList();
  }
}
