package io.baedal.bench.reference;

import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;

/** The bean {@code orderStatus} of the model: reports each status after the commit. */
public final class StatusListener {

  private final BiConsumer<String, String> listener;

  StatusListener(BiConsumer<String, String> listener) {
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
    // no order is cancelled here
  }
}
