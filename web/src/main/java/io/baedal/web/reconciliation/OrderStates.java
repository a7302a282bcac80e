package io.baedal.web.reconciliation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The states of orders in a service. */
@FunctionalInterface
public interface OrderStates<S> {

  /** The states of these orders, in any order; unknown orders are omitted. */
  List<S> of(Collection<UUID> orderIds);
}
