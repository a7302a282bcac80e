package io.baedal.messaging.inbox;

import io.baedal.messaging.database.DatabaseFault;
import io.baedal.messaging.database.DatabaseProbe;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.util.backoff.BackOff;

/**
 * Decides what happens to a message that could not be handled. It is retried with growing pauses
 * and then moved to the dead letters, so that it does not block the messages behind it. While the
 * database is away it is kept and retried, since no other message could be handled either.
 */
public final class RetryPolicy {

  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  /**
   * An error handler for listener containers.
   *
   * @param retries how often a message is retried; eight retries take about 16 s
   * @param database checked if a failure does not show whether the database is away
   * @param deadLetters receives the messages that are given up; if it throws, the message is
   *     retried
   */
  public static DefaultErrorHandler errorHandler(
      int retries, DatabaseProbe database, ConsumerAwareRecordRecoverer deadLetters) {
    ConsumerAwareRecordRecoverer givingUp =
        (message, consumer, failure) -> {
          if (isKept(failure, database)) {
            throw new IllegalStateException("kept because the database is unavailable", failure);
          }
          deadLetters.accept(message, consumer, failure);
        };
    var handler = new DefaultErrorHandler(givingUp, pauses(retries));
    // otherwise a message that alternates between two exceptions would be retried without end
    handler.setResetStateOnExceptionChange(false);
    handler.addNotRetryableExceptions(UnreadableMessage.class);
    return handler;
  }

  private static boolean isKept(Exception failure, DatabaseProbe database) {
    return switch (DatabaseFault.of(failure)) {
      case AWAY -> true;
      case BUSY -> database.isAway();
      case NONE -> false;
    };
  }

  private static BackOff pauses(int retries) {
    var pauses = new ExponentialBackOffWithMaxRetries(retries);
    pauses.setInitialInterval(FIRST_PAUSE_MILLIS);
    pauses.setMultiplier(2);
    pauses.setMaxInterval(LONGEST_PAUSE_MILLIS);
    return pauses;
  }

  private RetryPolicy() {}
}
