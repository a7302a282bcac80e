package io.baedal.messaging.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
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

  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;
  private static final int RETRIES = 8;

  /** An error handler for listener containers, which sends dead letters with {@code kafka}. */
  public static DefaultErrorHandler errorHandler(
      KafkaOperations<?, ?> kafka, java.util.function.UnaryOperator<String> deadLetterTopic) {
    var deadLetters =
        new DeadLetterPublishingRecoverer(
            kafka,
            (message, cause) -> new TopicPartition(deadLetterTopic.apply(message.topic()), -1));
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
          || cause instanceof TransientDataAccessException) {
        return true;
      }
    }
    return NestedExceptionUtils.getMostSpecificCause(failure)
        instanceof java.sql.SQLTransientException;
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
