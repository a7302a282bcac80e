package io.baedal.orchestrator.operations.stuck;

import io.baedal.orchestrator.operations.stuck.FailingStep.State;
import io.baedal.orchestrator.saga.Step;
import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The orders at a failing step. */
public interface StuckOrders {

  /**
   * A page of them, the longest at its step first.
   *
   * @param step only those at this step; null for all
   */
  Page<FailingStep> find(State state, @Nullable Step step, @Nullable Cursor after, int size);

  /** The failing steps of an order; at most one, unless a timer fails as well. */
  List<FailingStep> of(UUID orderId);

  /**
   * As {@link #of}, but locks them, so that the engine cannot try them before the transaction ends.
   */
  List<FailingStep> lock(UUID orderId);

  /** How many orders are stuck at each step; steps without any are left out. */
  Map<Step, Long> stuckByStep();

  /**
   * Orders that wait at a step for an operator or for their next try, the stuck ones first. Those
   * whose tries have been renewed and not used since are left out.
   */
  List<UUID> waitingAt(Step step, int limit);

  /** The total number of orders that {@link #waitingAt} selects. */
  long countWaitingAt(Step step);
}
