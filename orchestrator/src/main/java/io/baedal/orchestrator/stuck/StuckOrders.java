package io.baedal.orchestrator.stuck;

import io.baedal.orchestrator.fulfillment.Step;
import io.baedal.orchestrator.stuck.FailingStep.State;
import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The orders that stand at a step that fails. */
public interface StuckOrders {

  /**
   * A page of them, the one that has stood longest first.
   *
   * @param step only those at this step; null for all
   */
  Page<FailingStep> find(State state, @Nullable Step step, @Nullable Cursor after, int size);

  /** The failing steps of an order; at most one, unless a timer fails as well. */
  List<FailingStep> of(UUID orderId);

  /** As {@link #of}, and keeps the engine from trying them until the transaction ends. */
  List<FailingStep> lock(UUID orderId);

  /** How many orders are stuck at each step; steps at which none is are left out. */
  Map<Step, Long> stuckByStep();

  /**
   * Orders that wait at a step for an operator or for the end of a pause; those whose tries have
   * been renewed and not been used since are left out. First those that are stuck.
   */
  List<UUID> waitingAt(Step step, int limit);

  /** How many there are in all of what {@link #waitingAt} answers. */
  long countWaitingAt(Step step);
}
