package io.baedal.bench.load;

import io.baedal.bench.check.Told;
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
 * Customers who ask once and take the answer for what it is. Some cancel later, and some look where
 * an order is. Times count from the moment in which a customer comes, not from that in which this
 * tool gets round to sending the request.
 */
public final class Rush implements AutoCloseable {

  /** More at once are not sent, and counted. */
  private static final int CROWD = 1_000;

  private static final int LOOKS_ONCE_IN = 5;

  private final Entrance entrance;
  private final Ledger ledger;
  private final long seed;
  private final Answers placed = new Answers();
  private final Answers cancelled = new Answers();
  private final Answers looked = new Answers();
  private final AtomicLong arrived = new AtomicLong();
  private final AtomicLong turnedAway = new AtomicLong();
  private @Nullable ScheduledFuture<?> coming;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ThreadPoolExecutor crowd =
      new ThreadPoolExecutor(0, CROWD, 10, TimeUnit.SECONDS, new SynchronousQueue<>());

  /** Customers of the system behind {@code gateways}; what they want follows from {@code seed}. */
  public Rush(List<URI> gateways, Ledger ledger, long seed) {
    this.entrance = new Entrance(gateways);
    this.ledger = ledger;
    this.seed = seed;
  }

  /** Lets {@code perSecond} customers come, whether or not those before them were answered. */
  public void come(double perSecond) {
    long micros = Math.round(1_000_000 / perSecond);
    coming = clock.scheduleAtFixedRate(this::arrive, 0, micros, TimeUnit.MICROSECONDS);
  }

  /** Lets nobody come any more; those who are there go on. */
  public void stop() {
    ScheduledFuture<?> stream = coming;
    if (stream != null) {
      stream.cancel(false);
    }
  }

  /** Lets one customer come, now. */
  public void arrive() {
    long number = arrived.incrementAndGet();
    var random = new SplittableRandom(seed * 1_000_003 + number);
    Wish wish = Wish.usual(random, "rush-%d-%d".formatted(seed, number));
    long begun = System.nanoTime();
    enter(() -> place(wish, begun));
    if (number % LOOKS_ONCE_IN == 0) {
      enter(() -> ask(looked, System.nanoTime(), () -> entrance.get("/order-views?size=5")));
    }
  }

  private void place(Wish wish, long begun) throws InterruptedException {
    HttpResponse<String> answer =
        ask(placed, begun, () -> entrance.post("/orders", wish.body())).orElse(null);
    if (answer == null || !Answers.isAccepted(answer.statusCode())) {
      return;
    }
    String id = PlacedOrder.id(answer.body());
    ledger.acknowledged(id, wish.amount());
    wish.cancelAfter().ifPresent(delay -> cancelLater(id, delay));
  }

  private void cancelLater(String id, Duration delay) {
    try {
      clock.schedule(() -> enter(() -> cancelNow(id)), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException over) {
      // the customer keeps the order
    }
  }

  private void cancelNow(String id) throws InterruptedException {
    ask(cancelled, System.nanoTime(), () -> entrance.delete("/orders/" + id))
        .ifPresent(
            answer ->
                ledger.cancelAnswered(
                    id,
                    Answers.isAccepted(answer.statusCode())
                        ? Told.Cancel.ACCEPTED
                        : Told.Cancel.TOO_LATE));
  }

  /** Cancels an order that was acknowledged. */
  public void cancel(String id) {
    enter(() -> cancelNow(id));
  }

  private interface Call {
    HttpResponse<String> send() throws IOException, InterruptedException;
  }

  private static Optional<HttpResponse<String>> ask(Answers answers, long begun, Call call)
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

  private interface Visit {
    void make() throws InterruptedException;
  }

  private void enter(Visit visit) {
    try {
      crowd.execute(
          () -> {
            try {
              visit.make();
            } catch (InterruptedException closed) {
              Thread.currentThread().interrupt();
            }
          });
    } catch (RejectedExecutionException full) {
      turnedAway.incrementAndGet();
    }
  }

  /** Lets nobody come any more, and waits at most {@code patience} for those who are there. */
  public void leave(Duration patience) throws InterruptedException {
    // those who would have cancelled later stay for it: the clock still lets them in
    clock.shutdown();
    clock.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    crowd.shutdown();
    crowd.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Answers to orders. */
  public Answers placed() {
    return placed;
  }

  /** Answers to cancels. */
  public Answers cancelled() {
    return cancelled;
  }

  /** Answers to those who looked at the order view. */
  public Answers looked() {
    return looked;
  }

  /** How many this tool was too busy to send. */
  public long turnedAway() {
    return turnedAway.get();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    crowd.shutdownNow();
  }
}
