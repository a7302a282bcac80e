package io.baedal.web.request;

import java.util.Optional;
import java.util.UUID;

/** Knows the orders of a service by the numbers that people say on the phone. */
@FunctionalInterface
public interface OrderNumbers {

  /** The largest number that a request may name an order by. */
  long LARGEST = 999_999_999_999_999_999L;

  /** The id of the order with this number, if the service knows it. */
  Optional<UUID> find(long number);
}
