package io.baedal.messaging.inbox;

import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What becomes of a message that could not be handled. While the database is away it is tried for
 * as long as that lasts, since no other message could be handled either. For any other cause it is
 * tried eight times in about 16 s and then moved to the dead-letter topic, so that it does not
 * block the messages behind it.
 */
public final class RetryPolicy {

  private static final Logger log = LoggerFactory.getLogger(RetryPolicy.class);

  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;
  private static final int RETRIES = 8;

  /**
   * An error handler for listener containers.
   *
   * @param kafka sends the dead letters
   * @param deadLetterTopic where those of a topic go
   * @param onDeadLetter called for each, with its topic, before it is sent
   */
  public static DefaultErrorHandler errorHandler(
      KafkaOperations<?, ?> kafka,
      UnaryOperator<String> deadLetterTopic,
      Consumer<String> onDeadLetter) {
    var deadLetters =
        new DeadLetterPublishingRecoverer(
            kafka,
            (message, cause) -> {
              log.error(
                  "message of order {} in {} cannot be handled: {}",
                  message.key(),
                  message.topic(),
                  NestedExceptionUtils.getMostSpecificCause(cause).toString());
              onDeadLetter.accept(message.topic());
              return new TopicPartition(deadLetterTopic.apply(message.topic()), -1);
            });
    var handler = new DefaultErrorHandler(deadLetters, bounded());
    handler.setBackOffFunction(RetryPolicy::backOff);
    handler.addNotRetryableExceptions(UnreadableMessage.class);
    return handler;
  }

  private static BackOff backOff(ConsumerRecord<?, ?> message, Exception failure) {
    return databaseIsAway(failure) ? endless() : bounded();
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

  private static BackOff endless() {
    var pauses = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
    pauses.setMaxInterval(LONGEST_PAUSE_MILLIS);
    return pauses;
  }

  private static BackOff bounded() {
    var pauses = new ExponentialBackOffWithMaxRetries(RETRIES);
    pauses.setInitialInterval(FIRST_PAUSE_MILLIS);
    pauses.setMultiplier(2);
    pauses.setMaxInterval(LONGEST_PAUSE_MILLIS);
    return pauses;
  }

  private RetryPolicy() {}
}
