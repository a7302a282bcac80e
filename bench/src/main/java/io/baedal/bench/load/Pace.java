package io.baedal.bench.load;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Calls at a steady rate, whether or not the previous call has returned, and passes the time at
 * which each call was due: the wait for a late call counts from then.
 */
public final class Pace implements AutoCloseable {

  private final Thread thread;
  private volatile boolean stopped;

  /** Begins; {@code call} takes the time at which it is due, as of System.nanoTime(). */
  public Pace(double perSecond, LongConsumer call) {
    thread = new Thread(() -> run(perSecond, call), "pace");
    thread.start();
  }

  private void run(double perSecond, LongConsumer call) {
    long begun = System.nanoTime();
    for (long number = 0; !stopped; number++) {
      long due = begun + Math.round(number * 1e9 / perSecond);
      long early = due - System.nanoTime();
      while (early > 0 && !stopped) {
        LockSupport.parkNanos(early);
        early = due - System.nanoTime();
      }
      if (!stopped) {
        call.accept(due);
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    stopped = true;
    LockSupport.unpark(thread);
    thread.join();
  }
}
