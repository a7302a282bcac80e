package io.baedal.orchestrator.reconciliation;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * What one of the sides knows of orders.
 *
 * @param <S> how it tells it
 */
public interface Ledger<S extends State> {

  /** The most orders that can be asked for at a time. */
  int MOST = 100;

  /**
   * How up to {@link #MOST} orders stand; those it does not know are left out.
   *
   * @throws LedgerUnavailable if it does not answer
   */
  Map<UUID, S> of(Collection<UUID> orders);
}
