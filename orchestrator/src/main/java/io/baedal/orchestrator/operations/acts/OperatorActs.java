package io.baedal.orchestrator.operations.acts;

import io.baedal.orchestrator.saga.Step;
import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The record of what operators did. An act and its record commit in one transaction. */
public interface OperatorActs {

  /** Records that a step was retried, alone or as one of many. */
  void retried(UUID orderId, Step step, OperatorAct.Kind act, Instruction instruction);

  /** Records that a step was settled. */
  void settled(UUID orderId, Step step, Step.Outcome outcome, Instruction instruction);

  /** Records that an order was cancelled. */
  void cancelled(UUID orderId, Instruction instruction);

  /**
   * Records who cancelled an order, and why, if an operator did so without the orchestrator's API.
   * Does nothing if that is recorded, or if a customer cancelled.
   */
  void cancelledBefore(UUID orderId, Instruction instruction);

  /** Records that an order was migrated, and by which migration. */
  void migrated(UUID orderId, String migration, Instruction instruction);

  /** A page of the acts on an order, or on all, newest first. A null parameter does not filter. */
  Page<OperatorAct> find(
      @Nullable UUID orderId, @Nullable Long orderNumber, @Nullable Cursor after, int size);
}
