package io.baedal.orchestrator.operations.reconciliation;

import io.baedal.orchestrator.OrchestratorProperties;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reconciles periodically, on a separate thread: a run can take half a minute, and the other
 * scheduled tasks must not wait for it.
 */
@Component
public class ReconciliationSchedule implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(ReconciliationSchedule.class);
  private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);

  private final Reconcile reconcile;
  private final Duration every;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "reconciliation"));

  ReconciliationSchedule(Reconcile reconcile, OrchestratorProperties properties) {
    this.reconcile = reconcile;
    this.every = properties.reconciliation().every();
  }

  @EventListener
  void start(ApplicationReadyEvent ready) {
    thread.scheduleWithFixedDelay(
        this::run, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Runs as soon as the current run has ended, if there is one. */
  public void runSoon() {
    thread.execute(this::run);
  }

  private void run() {
    try {
      reconcile.run();
    } catch (RuntimeException failure) {
      // if rethrown, it would end the schedule
      log.warn("reconciliation failed: {}", failure.toString());
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    thread.shutdownNow();
    thread.awaitTermination(SHUTDOWN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
  }
}
