package io.baedal.bench.reference;

import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;

/** What the model calls {@code orderStatus}: tells, after the commit, that a status is reached. */
public final class OrderStatus {

  private final BiConsumer<String, String> listener;

  OrderStatus(BiConsumer<String, String> listener) {
    this.listener = listener;
  }

  /** Called by the model. */
  public void reached(DelegateExecution execution, String status) {
    String order = execution.getProcessBusinessKey();
    Context.getCommandContext()
        .getTransactionContext()
        .addTransactionListener(
            TransactionState.COMMITTED, committed -> listener.accept(order, status));
  }

  /** Called by the model. */
  public void cancellationOutrun(DelegateExecution execution) {
    // nobody cancels here
  }
}
