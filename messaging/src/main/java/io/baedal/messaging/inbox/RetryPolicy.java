package io.baedal.messaging.inbox;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.transaction.CannotCreateTransactionException;
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
   * @param deadLetters takes what is given up; when it throws, the message is tried anew
   */
  public static DefaultErrorHandler errorHandler(
      int retries, ConsumerAwareRecordRecoverer deadLetters) {
    ConsumerAwareRecordRecoverer givingUp =
        (message, consumer, failure) -> {
          if (databaseIsAway(failure)) {
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

  static boolean databaseIsAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CannotCreateTransactionException
          || cause instanceof DataAccessResourceFailureException
          || cause instanceof TransientDataAccessException
          || (cause instanceof SQLException fault && willPass(fault.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the database is to blame and not the statement. A dead connection has no state, or
   * class 08; a standby or a full disk says "read only" (25), "rollback" (40), "resources" (53),
   * "state" (55), "intervention" (57) or "system" (58).
   */
  private static boolean willPass(@Nullable String sqlState) {
    return sqlState == null || sqlState.matches("(08|25|40|53|55|57|58)\\w{3}");
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
