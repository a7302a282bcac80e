package io.baedal.web.reconciliation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** How orders stand in a service. */
@FunctionalInterface
public interface OrderStates<S> {

  /** How these orders stand, in no order; nothing for an order that the service does not know. */
  List<S> of(Collection<UUID> orderIds);
}
