package io.baedal.orchestrator.operations.reconciliation;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * A source of the states of orders.
 *
 * @param <S> the type of its states
 */
public interface StateSource<S extends State> {

  /** The most orders per call. */
  int MOST = 100;

  /**
   * The states of up to {@link #MOST} orders; those it does not know are left out.
   *
   * @throws SourceUnavailable if it does not answer
   */
  Map<UUID, S> of(Collection<UUID> orders);
}
