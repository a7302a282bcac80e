package io.baedal.orchestrator.operations.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits the cost of wrong passwords, without locking users. Few passwords are checked at a time,
 * and only one at a time for all addresses that have sent many wrong ones. A password that waits
 * too long is not checked.
 */
final class PasswordChecks {

  /** Wrong passwords within a {@link #WINDOW} after which an address is suspect. */
  static final int MANY = 10;

  private static final Logger log = LoggerFactory.getLogger(PasswordChecks.class);
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_ADDRESSES = 1_000;
  private static final int AT_A_TIME = 4;
  private static final long TIMEOUT_SECONDS = 5;

  private final Semaphore permits = new Semaphore(AT_A_TIME, true);
  private final Semaphore permitsOfSuspects = new Semaphore(1, true);
  private final Clock clock;
  private final Map<String, Wrong> wrong =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  PasswordChecks(Clock clock) {
    this.clock = clock;
  }

  /** A check that returns whether the password was right. */
  interface Check {
    boolean run() throws IOException, ServletException;
  }

  /** The outcome of a check. */
  enum Outcome {
    RIGHT,
    WRONG,
    /** The password was not checked, because too many checks wait. */
    NOT_CHECKED
  }

  /** Checks a password that {@code address} has sent; waits for earlier checks. */
  Outcome check(String address, Check check) throws IOException, ServletException {
    Semaphore mine = isSuspect(address) ? permitsOfSuspects : permits;
    if (!await(mine)) {
      return Outcome.NOT_CHECKED;
    }
    try {
      if (check.run()) {
        return Outcome.RIGHT;
      }
    } finally {
      mine.release();
    }
    recordWrong(address);
    return Outcome.WRONG;
  }

  boolean isSuspect(String address) {
    synchronized (wrong) {
      Wrong before = wrong.get(address);
      return before != null && before.isRecent(clock.instant()) && before.times() >= MANY;
    }
  }

  private void recordWrong(String address) {
    synchronized (wrong) {
      Instant now = clock.instant();
      Wrong before = wrong.remove(address);
      var next =
          before != null && before.isRecent(now)
              ? new Wrong(before.since(), before.times() + 1)
              : new Wrong(now, 1);
      wrong.put(address, next);
      if (next.times() == MANY) {
        log.warn("{} wrong passwords from {} within {}", MANY, address, WINDOW);
      }
    }
  }

  private static boolean await(Semaphore permits) {
    try {
      return permits.tryAcquire(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private record Wrong(Instant since, int times) {

    boolean isRecent(Instant now) {
      return now.isBefore(since.plus(WINDOW));
    }
  }
}
