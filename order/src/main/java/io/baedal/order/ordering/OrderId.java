package io.baedal.order.ordering;

import java.util.UUID;

/** The id that every service knows an order by. */
public record OrderId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
