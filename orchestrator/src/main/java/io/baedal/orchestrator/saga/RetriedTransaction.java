package io.baedal.orchestrator.saga;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Retries a transaction that has lost a race: the job executor can lock or run a job of the same
 * process between read and flush, without the order's row lock.
 */
@Component
public class RetriedTransaction {

  private static final int TRIES = 10;
  private static final long FIRST_PAUSE_MILLIS = 10;
  private static final long LONGEST_PAUSE_MILLIS = 500;

  private final TransactionTemplate transaction;
  private final RetryTemplate retry =
      RetryTemplate.builder()
          .maxAttempts(TRIES)
          .exponentialBackoff(FIRST_PAUSE_MILLIS, 2, LONGEST_PAUSE_MILLIS, true)
          .retryOn(OptimisticLockingException.class)
          .retryOn(ConcurrencyFailureException.class)
          // the engine wraps what a listener throws
          .traversingCauses()
          .build();

  RetriedTransaction(PlatformTransactionManager transactions) {
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Runs {@code work} in a separate transaction, up to ten times in about three seconds. */
  public <T> T call(Supplier<T> work) {
    return requireNonNull(retry.execute(attempt -> transaction.execute(status -> work.get())));
  }

  /** As {@link #call}, but always rolls the transaction back. */
  public <T> T callAndRollBack(Supplier<T> work) {
    return requireNonNull(
        retry.execute(
            attempt ->
                transaction.execute(
                    status -> {
                      status.setRollbackOnly();
                      return work.get();
                    })));
  }

  /** As {@link #call}, for work that returns nothing. */
  void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }
}
