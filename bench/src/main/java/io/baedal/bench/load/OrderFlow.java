package io.baedal.bench.load;

import io.baedal.local.common.Account;
import io.baedal.local.launcher.LocalSystem;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Places orders and follows them to their end, without a query to any database. In a closed loop
 * the end of one order starts the next one; in an open loop orders arrive at a rate.
 */
public final class OrderFlow implements AutoCloseable {

  /** How long after a refusal the next order is placed. */
  private static final long AGAIN_MILLIS = 200;

  private static final Set<String> ENDS = Set.of("DELIVERED", "CANCELLED", "REJECTED");

  private record Placed(Sample sample, Instant due) {}

  private record End(String status, Instant at) {}

  private final Entrance entrance;
  private final long seed;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final StatusFeed feed;

  /** The answer and the end of an order arrive in any order; the first of them is kept here. */
  private final Map<String, Placed> placed = new HashMap<>();

  private final Map<String, End> ends = new HashMap<>();
  private final AtomicLong number = new AtomicLong();
  private final AtomicLong open = new AtomicLong();
  private final AtomicLong ended = new AtomicLong();

  /** How many may still be placed in a closed loop. */
  private final AtomicLong allowed = new AtomicLong();

  private volatile boolean isClosedLoop;
  private volatile Sample sample = new Sample();
  private volatile Mix mix = Mix.HAPPY;
  private @Nullable Pace pace;

  /** Places orders at a running system; their contents follow from {@code seed}. */
  public OrderFlow(LocalSystem system, long seed) {
    this.entrance = new Entrance(system, Account.CUSTOMER);
    this.seed = seed;
    this.feed = new StatusFeed(system.kafkaBootstrap(), this::changed);
  }

  /** Keeps {@code underWay} orders in progress until {@code most} have been placed. */
  public Sample keep(int underWay, long most, Mix kind) {
    begin(kind);
    isClosedLoop = true;
    allowed.set(most);
    for (int i = 0; i < underWay; i++) {
      next();
    }
    return sample;
  }

  /** Places orders at a rate. */
  public Sample startArrivals(double perSecond, Mix kind) {
    begin(kind);
    pace = new Pace(perSecond, this::place);
    return sample;
  }

  private void begin(Mix kind) {
    mix = kind;
    sample = new Sample();
  }

  /** Places no more orders. */
  public void stop() throws InterruptedException {
    isClosedLoop = false;
    allowed.set(0);
    Pace steady = pace;
    if (steady != null) {
      steady.close();
      pace = null;
    }
  }

  /** Waits until all orders have ended; returns whether that was in time. */
  public boolean awaitEnds(Duration atMost) throws InterruptedException {
    return await(() -> open.get() == 0, atMost);
  }

  /** Waits until {@code count} orders have ended; returns whether that was in time. */
  public boolean awaitEnded(long count, Duration atMost) throws InterruptedException {
    return await(() -> ended.get() >= count, atMost);
  }

  private static boolean await(BooleanSupplier condition, Duration atMost)
      throws InterruptedException {
    long late = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < late) {
      Thread.sleep(20);
    }
    return condition.getAsBoolean();
  }

  /** How many orders have ended. */
  public long ended() {
    return ended.get();
  }

  private void next() {
    if (allowed.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      place(System.nanoTime());
    }
  }

  private void place(long dueNanos) {
    long order = number.incrementAndGet();
    var random = new SplittableRandom(seed * 1_000_003 + order);
    OrderPlan plan = OrderPlan.of(mix, random, "bench-%d-%d".formatted(seed, order));
    Instant due = Instant.now().minusNanos(System.nanoTime() - dueNanos);
    Sample mine = sample;
    open.incrementAndGet();
    entrance
        .postAsync("/orders", plan.body())
        .whenComplete(
            (answer, failure) -> {
              mine.answered(status(answer), (System.nanoTime() - dueNanos) / 1_000);
              if (Answers.isAccepted(status(answer))) {
                accepted(PlacedOrder.id(answer.body()), new Placed(mine, due), plan);
              } else {
                clock.schedule(this::placeAgain, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
              }
            });
  }

  private void placeAgain() {
    if (isClosedLoop) {
      place(System.nanoTime());
    }
    open.decrementAndGet();
  }

  private void accepted(String id, Placed order, OrderPlan plan) {
    plan.cancelAfter()
        .ifPresent(
            delay ->
                clock.schedule(
                    () -> cancel(id, order.sample), delay.toMillis(), TimeUnit.MILLISECONDS));
    End end;
    synchronized (placed) {
      end = ends.remove(id);
      if (end == null) {
        placed.put(id, order);
      }
    }
    if (end != null) {
      finish(order, end);
    }
  }

  private void cancel(String id, Sample mine) {
    entrance
        .deleteAsync("/orders/" + id)
        .whenComplete((answer, failure) -> mine.cancelAnswered(status(answer)));
  }

  private static int status(@Nullable HttpResponse<?> answer) {
    return answer == null ? Answers.NONE : answer.statusCode();
  }

  private void changed(String id, String status, Instant at) {
    if (!ENDS.contains(status)) {
      return;
    }
    Placed order;
    var end = new End(status, at);
    synchronized (placed) {
      order = placed.remove(id);
      if (order == null) {
        ends.put(id, end);
      }
    }
    if (order != null) {
      finish(order, end);
    }
  }

  private void finish(Placed order, End end) {
    order.sample.ended(end.status, order.due.until(end.at, ChronoUnit.MICROS));
    ended.incrementAndGet();
    open.decrementAndGet();
    next();
  }

  @Override
  public void close() throws InterruptedException {
    stop();
    clock.shutdownNow();
    feed.close();
  }
}
