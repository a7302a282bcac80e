package io.baedal.orchestrator.saga.engine;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionException;

/**
 * Limits how many jobs are handed over at a time to the threads that run all jobs. First steps get
 * half of the slots, so that running orders do not wait behind new ones.
 */
final class JobSlots {

  private static final Logger log = LoggerFactory.getLogger(JobSlots.class);
  private static final int UNLOCKS_WAITING = 100;

  private final int all;
  private final AtomicInteger taken = new AtomicInteger();

  /** If an unlock is dropped, the job runs after its lock has expired. */
  private final ThreadPoolExecutor unlocking =
      new ThreadPoolExecutor(
          0,
          1,
          30,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(UNLOCKS_WAITING),
          new ThreadPoolExecutor.DiscardPolicy());

  /**
   * @param all the number of threads
   */
  JobSlots(int all) {
    this.all = all;
  }

  /** Takes a slot, which {@link #run} or {@link #release} frees; false if there is none. */
  boolean take(boolean isFirstStep) {
    int most = isFirstStep ? all / 2 : all;
    int before = taken.getAndUpdate(now -> now < most ? now + 1 : now);
    return before < most;
  }

  void release() {
    taken.decrementAndGet();
  }

  /** Runs a job that is locked for this instance; it is unlocked if no thread takes it. */
  void run(String jobId, SpringJobExecutor executor, ProcessEngineImpl engine) {
    var job = new HandedOverJob(jobId, engine);
    try {
      executor
          .getTaskExecutor()
          .execute(
              () -> {
                try {
                  job.run();
                } finally {
                  release();
                }
              });
    } catch (RejectedExecutionException full) {
      release();
      unlocking.execute(() -> unlock(jobId, engine));
    }
  }

  private static void unlock(String jobId, ProcessEngineImpl engine) {
    try {
      engine
          .getProcessEngineConfiguration()
          .getCommandExecutorTxRequiresNew()
          .execute(new UnlockJobCmd(jobId));
    } catch (ProcessEngineException | TransactionException e) {
      log.info("job {} is not unlocked and waits until its lock expires: {}", jobId, e.toString());
    }
  }
}
