package io.baedal.bench.load;

import io.baedal.bench.check.CustomerRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Customers who send each request once and accept any answer. Some cancel later, and some look at
 * the order view. Times count from the arrival of a customer, not from when this tool sends the
 * request.
 */
public final class Rush implements AutoCloseable {

  /** Requests above this number at once are counted, but not sent. */
  private static final int MOST_ACTIVE = 1_000;

  private static final int VIEWS_ONCE_IN = 5;

  private final Entrance entrance;
  private final CustomerRecords records;
  private final long seed;
  private final Answers placed = new Answers();
  private final Answers cancelled = new Answers();
  private final Answers viewed = new Answers();
  private final AtomicLong arrived = new AtomicLong();
  private final AtomicLong turnedAway = new AtomicLong();
  private @Nullable ScheduledFuture<?> coming;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(0, MOST_ACTIVE, 10, TimeUnit.SECONDS, new SynchronousQueue<>());

  /** Customers of the system behind {@code gateways}; their requests follow from {@code seed}. */
  public Rush(List<URI> gateways, CustomerRecords records, long seed) {
    this.entrance = new Entrance(gateways);
    this.records = records;
    this.seed = seed;
  }

  /**
   * Starts the arrival of {@code perSecond} customers, whether or not earlier ones have an answer.
   */
  public void startArrivals(double perSecond) {
    long micros = Math.round(1_000_000 / perSecond);
    coming = clock.scheduleAtFixedRate(this::arrive, 0, micros, TimeUnit.MICROSECONDS);
  }

  /** Stops arrivals; customers who are active continue. */
  public void stop() {
    ScheduledFuture<?> stream = coming;
    if (stream != null) {
      stream.cancel(false);
    }
  }

  /** Lets one customer arrive now. */
  public void arrive() {
    long number = arrived.incrementAndGet();
    var random = new SplittableRandom(seed * 1_000_003 + number);
    OrderPlan plan = OrderPlan.usual(random, "rush-%d-%d".formatted(seed, number));
    long begun = System.nanoTime();
    submit(() -> place(plan, begun));
    if (number % VIEWS_ONCE_IN == 0) {
      submit(() -> measure(viewed, System.nanoTime(), () -> entrance.get("/order-views?size=5")));
    }
  }

  private void place(OrderPlan plan, long begun) throws InterruptedException {
    HttpResponse<String> answer =
        measure(placed, begun, () -> entrance.post("/orders", plan.body())).orElse(null);
    if (answer == null || !Answers.isAccepted(answer.statusCode())) {
      return;
    }
    String id = PlacedOrder.id(answer.body());
    records.acknowledged(id, plan.amount());
    plan.cancelAfter().ifPresent(delay -> cancelLater(id, delay));
  }

  private void cancelLater(String id, Duration delay) {
    try {
      clock.schedule(() -> submit(() -> cancelNow(id)), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      // the customer keeps the order
    }
  }

  private void cancelNow(String id) throws InterruptedException {
    measure(cancelled, System.nanoTime(), () -> entrance.delete("/orders/" + id))
        .ifPresent(
            answer ->
                records.cancelAnswered(
                    id,
                    Answers.isAccepted(answer.statusCode())
                        ? CustomerRecord.Cancel.ACCEPTED
                        : CustomerRecord.Cancel.TOO_LATE));
  }

  /** Cancels an order that was acknowledged. */
  public void cancel(String id) {
    submit(() -> cancelNow(id));
  }

  private interface Call {
    HttpResponse<String> send() throws IOException, InterruptedException;
  }

  private static Optional<HttpResponse<String>> measure(Answers answers, long begun, Call call)
      throws InterruptedException {
    try {
      HttpResponse<String> answer = call.send();
      answers.add(
          answer.statusCode(),
          millisSince(begun),
          answer.headers().firstValue("Retry-After").orElse("").matches("[0-9]+"));
      return Optional.of(answer);
    } catch (IOException noAnswer) {
      answers.add(Answers.NONE, millisSince(begun), false);
      return Optional.empty();
    }
  }

  private static long millisSince(long begun) {
    return (System.nanoTime() - begun) / 1_000_000;
  }

  private interface Task {
    void run() throws InterruptedException;
  }

  private void submit(Task task) {
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

  /** Stops arrivals, and waits at most {@code patience} for customers who are active. */
  public void finish(Duration patience) throws InterruptedException {
    // scheduled cancels still run: after a shutdown the executor completes its delayed tasks
    clock.shutdown();
    clock.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    threads.shutdown();
    threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Answers to orders. */
  public Answers placed() {
    return placed;
  }

  /** Answers to cancels. */
  public Answers cancelled() {
    return cancelled;
  }

  /** Answers of the order view. */
  public Answers viewed() {
    return viewed;
  }

  /** How many requests this tool was too busy to send. */
  public long turnedAway() {
    return turnedAway.get();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    threads.shutdownNow();
  }
}
