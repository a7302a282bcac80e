package io.baedal.bench.load;

import io.baedal.local.common.Account;
import io.baedal.local.launcher.LocalSystem;
import java.time.Duration;
import java.util.SplittableRandom;
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
  private final CustomerThreads placing = new CustomerThreads(MOST_ACTIVE);
  private final CustomerThreads cancelling = new CustomerThreads(MOST_ACTIVE);

  /** Customers of a running system; their requests follow from {@code seed}. */
  public Customers(LocalSystem system, CustomerRecords records, long seed) {
    this.entrance = new Entrance(system, Account.CUSTOMER);
    this.records = records;
    this.seed = seed;
  }

  /** Starts the arrival of {@code perSecond} customers. */
  public void startArrivals(double perSecond) {
    placing.startArrivals(perSecond, this::arrive);
  }

  private void arrive() {
    long number = arrived.incrementAndGet();
    // a separate generator: a customer's choices do not depend on who came first
    var random = new SplittableRandom(seed * 1_000_003 + number);
    var customer =
        new Customer(
            entrance, records, OrderPlan.from(random, "bench-%d-%d".formatted(seed, number)));
    placing.submit(
        () -> customer.place().ifPresent(delay -> cancelling.submitAfter(delay, customer::cancel)));
  }

  /** How many were turned away because too many were active. */
  public long turnedAway() {
    return placing.turnedAway() + cancelling.turnedAway();
  }

  /**
   * Stops arrivals, and waits at most {@code patience} each for the customers who are placing an
   * order, for those who are going to cancel, and for those who are cancelling.
   */
  public void finish(Duration patience) throws InterruptedException {
    placing.finish(patience);
    cancelling.finish(patience);
  }

  @Override
  public void close() {
    placing.close();
    cancelling.close();
  }
}
