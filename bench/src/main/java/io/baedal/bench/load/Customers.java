package io.baedal.bench.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
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
 * Customers who arrive at a steady rate, whether or not earlier ones were served. At most a fixed
 * number are active; the others are turned away and counted.
 */
public final class Customers implements AutoCloseable {

  /** Each active customer needs a thread. */
  private static final int MOST_ACTIVE = 400;

  private final Entrance entrance;
  private final CustomerRecords records;
  private final long seed;
  private final AtomicLong arrived = new AtomicLong();
  private final AtomicLong turnedAway = new AtomicLong();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private Future<?> arrivals = CompletableFuture.completedFuture(null);
  private final ExecutorService placing = threadPool();
  private final ExecutorService cancelling = threadPool();

  /** Customers of the system behind {@code gateways}; their requests follow from {@code seed}. */
  public Customers(List<URI> gateways, CustomerRecords records, long seed) {
    this.entrance = new Entrance(gateways);
    this.records = records;
    this.seed = seed;
  }

  /** Starts the arrival of {@code perSecond} customers. */
  public void startArrivals(double perSecond) {
    long micros = Math.round(1_000_000 / perSecond);
    arrivals = clock.scheduleAtFixedRate(this::arrive, 0, micros, TimeUnit.MICROSECONDS);
  }

  private void arrive() {
    long number = arrived.incrementAndGet();
    // a separate generator: a customer's choices do not depend on who came first
    var random = new SplittableRandom(seed * 1_000_003 + number);
    var customer =
        new Customer(
            entrance, records, OrderPlan.from(random, "bench-%d-%d".formatted(seed, number)));
    submit(
        placing,
        () ->
            customer
                .place()
                .ifPresent(
                    delay ->
                        clock.schedule(
                            () -> submit(cancelling, customer::cancel),
                            delay.toMillis(),
                            TimeUnit.MILLISECONDS)));
  }

  private static ExecutorService threadPool() {
    return new ThreadPoolExecutor(0, MOST_ACTIVE, 10, TimeUnit.SECONDS, new SynchronousQueue<>());
  }

  private interface Task {
    void run() throws InterruptedException;
  }

  private void submit(ExecutorService threads, Task task) {
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

  /** How many were turned away because too many were active. */
  public long turnedAway() {
    return turnedAway.get();
  }

  /**
   * Stops arrivals, and waits at most {@code patience} each for the customers who are placing an
   * order, for those who are going to cancel, and for those who are cancelling.
   */
  public void finish(Duration patience) throws InterruptedException {
    arrivals.cancel(false);
    end(placing, patience);
    end(clock, patience);
    end(cancelling, patience);
  }

  private static void end(ExecutorService work, Duration patience) throws InterruptedException {
    work.shutdown();
    work.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    placing.shutdownNow();
    cancelling.shutdownNow();
  }
}
