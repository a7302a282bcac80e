package io.baedal.web.request;

import io.baedal.web.access.Scope;
import java.util.Optional;
import java.util.UUID;

/** Finds the orders of a service by their short numbers. */
@FunctionalInterface
public interface OrderNumbers {

  /** The largest order number that a request may contain. */
  long LARGEST = 999_999_999_999_999_999L;

  /** The id of the order with this number, if it is known and inside {@code scope}. */
  Optional<UUID> find(long number, Scope scope);
}
