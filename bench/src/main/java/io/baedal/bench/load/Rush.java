package io.baedal.bench.load;

import io.baedal.bench.check.CustomerRecord;
import io.baedal.local.common.Account;
import io.baedal.local.launcher.LocalSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

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
  private final CustomerThreads threads = new CustomerThreads(MOST_ACTIVE);

  /** Customers of a running system; their requests follow from {@code seed}. */
  public Rush(LocalSystem system, CustomerRecords records, long seed) {
    this.entrance = new Entrance(system, Account.CUSTOMER);
    this.records = records;
    this.seed = seed;
  }

  /**
   * Starts the arrival of {@code perSecond} customers, whether or not earlier ones have an answer.
   */
  public void startArrivals(double perSecond) {
    threads.startArrivals(perSecond, this::arrive);
  }

  /** Stops arrivals; customers who are active continue. */
  public void stop() {
    threads.stopArrivals();
  }

  /** Lets one customer arrive now. */
  public void arrive() {
    long number = arrived.incrementAndGet();
    var random = new SplittableRandom(seed * 1_000_003 + number);
    OrderPlan plan = OrderPlan.usual(random, "rush-%d-%d".formatted(seed, number));
    long begun = System.nanoTime();
    threads.submit(() -> place(plan, begun));
    if (number % VIEWS_ONCE_IN == 0) {
      threads.submit(
          () -> measure(viewed, System.nanoTime(), () -> entrance.get("/order-views?size=5")));
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
    plan.cancelAfter().ifPresent(delay -> threads.submitAfter(delay, () -> cancelNow(id)));
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
    threads.submit(() -> cancelNow(id));
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

  /** Stops arrivals, and waits at most {@code patience} for customers who are active. */
  public void finish(Duration patience) throws InterruptedException {
    threads.finish(patience);
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
    return threads.turnedAway();
  }

  @Override
  public void close() {
    threads.close();
  }
}
