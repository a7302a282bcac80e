package io.baedal.order.ordering;

import java.util.UUID;

/** The id of an order in all services. */
public record OrderId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
