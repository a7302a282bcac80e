package io.baedal.messaging.inbox;

import io.baedal.messaging.database.DatabaseFault;
import io.baedal.messaging.database.DatabaseProbe;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.util.backoff.BackOff;

/**
 * Decides what happens to a message that could not be handled. It is retried with exponential
 * backoff and then moved to the dead letters, so that it does not block later messages. While the
 * database is unavailable, it is kept and retried, since no other message can be handled either.
 */
public final class RetryPolicy {

  private static final long FIRST_BACKOFF_MILLIS = 100;
  private static final long LONGEST_BACKOFF_MILLIS = 5_000;

  /**
   * An error handler for listener containers.
   *
   * @param retries how often a message is retried; eight retries take about 16 s
   * @param database checked if a failure does not show whether the database is unavailable
   * @param deadLetters receives the messages whose retries are exhausted; if it throws, the message
   *     is retried
   */
  public static DefaultErrorHandler errorHandler(
      int retries, DatabaseProbe database, ConsumerAwareRecordRecoverer deadLetters) {
    ConsumerAwareRecordRecoverer recoverer =
        (message, consumer, failure) -> {
          if (isKept(failure, database)) {
            throw new IllegalStateException("kept because the database is unavailable", failure);
          }
          deadLetters.accept(message, consumer, failure);
        };
    var handler = new DefaultErrorHandler(recoverer, backOff(retries));
    // otherwise a message that alternates between two exceptions would be retried indefinitely
    handler.setResetStateOnExceptionChange(false);
    handler.addNotRetryableExceptions(UnreadableMessage.class);
    return handler;
  }

  private static boolean isKept(Exception failure, DatabaseProbe database) {
    return switch (DatabaseFault.of(failure)) {
      case UNAVAILABLE -> true;
      case BUSY -> database.isUnavailable();
      case NONE -> false;
    };
  }

  private static BackOff backOff(int retries) {
    var backOff = new ExponentialBackOffWithMaxRetries(retries);
    backOff.setInitialInterval(FIRST_BACKOFF_MILLIS);
    backOff.setMultiplier(2);
    backOff.setMaxInterval(LONGEST_BACKOFF_MILLIS);
    return backOff;
  }

  private RetryPolicy() {}
}
