package io.baedal.bench.load;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tasks of customers, each in a thread. At most a fixed number are active; the others are turned
 * away and counted.
 */
final class CustomerThreads implements AutoCloseable {

  /** What one customer does. */
  interface Task {
    void run() throws InterruptedException;
  }

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService threads;
  private final AtomicLong turnedAway = new AtomicLong();
  private Future<?> arrivals = CompletableFuture.completedFuture(null);

  CustomerThreads(int mostActive) {
    threads = new ThreadPoolExecutor(0, mostActive, 10, TimeUnit.SECONDS, new SynchronousQueue<>());
  }

  /** Calls {@code arrival} at a steady rate, whether or not earlier customers were served. */
  void startArrivals(double perSecond, Runnable arrival) {
    long micros = Math.round(1_000_000 / perSecond);
    arrivals = clock.scheduleAtFixedRate(arrival, 0, micros, TimeUnit.MICROSECONDS);
  }

  /** Stops arrivals; customers who are active continue. */
  void stopArrivals() {
    arrivals.cancel(false);
  }

  void submit(Task task) {
    try {
      threads.execute(
          () -> {
            try {
              task.run();
            } catch (InterruptedException closed) {
              Thread.currentThread().interrupt();
            }
          });
    } catch (RejectedExecutionException full) {
      turnedAway.incrementAndGet();
    }
  }

  /** Submits {@code task} after {@code delay}, unless no more tasks are accepted. */
  void submitAfter(Duration delay, Task task) {
    try {
      clock.schedule(() -> submit(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      // the customer does nothing more
    }
  }

  /** How many tasks were turned away. */
  long turnedAway() {
    return turnedAway.get();
  }

  /**
   * Stops arrivals, and waits at most {@code patience} each for delayed tasks and for active ones.
   */
  void finish(Duration patience) throws InterruptedException {
    // after a shutdown the clock still runs its delayed tasks, but not the arrivals
    end(clock, patience);
    end(threads, patience);
  }

  private static void end(ExecutorService work, Duration patience) throws InterruptedException {
    work.shutdown();
    work.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    threads.shutdownNow();
  }
}
