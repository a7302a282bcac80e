package io.baedal.web.request;

import java.util.Optional;
import java.util.UUID;

/** Finds the orders of a service by their short numbers. */
@FunctionalInterface
public interface OrderNumbers {

  /** The largest order number that a request may contain. */
  long LARGEST = 999_999_999_999_999_999L;

  /** The id of the order with this number, if it is known. */
  Optional<UUID> find(long number);
}
