package io.baedal.messaging.inbox;

import io.baedal.messaging.database.DatabaseFault;
import io.baedal.messaging.database.DatabaseProbe;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.util.backoff.BackOff;

/**
 * What becomes of a message that could not be handled. It is tried again with growing pauses and
 * then moved to the dead letters, so that it does not block the messages behind it. While the
 * database is away it is kept and tried for as long as that lasts, since no other message could be
 * handled either.
 */
public final class RetryPolicy {

  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  /**
   * An error handler for listener containers.
   *
   * @param retries how often a message is tried again; eight take about 16 s
   * @param database asked when a failure cannot tell whether it is away
   * @param deadLetters takes what is given up; when it throws, the message is tried anew
   */
  public static DefaultErrorHandler errorHandler(
      int retries, DatabaseProbe database, ConsumerAwareRecordRecoverer deadLetters) {
    ConsumerAwareRecordRecoverer givingUp =
        (message, consumer, failure) -> {
          if (isKept(failure, database)) {
            throw new IllegalStateException("kept, since the database is away", failure);
          }
          deadLetters.accept(message, consumer, failure);
        };
    var handler = new DefaultErrorHandler(givingUp, pauses(retries));
    // or a message that fails now in this way and then in that would be tried for ever
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
