package io.baedal.messaging.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baedal.messaging.event.Topics;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Moves a message unchanged to the dead-letter topic of its topic. Added headers ({@code
 * kafka_dlt-*}, see docs/design.md) contain its position, the consumer group that could not handle
 * it, and the reason; {@code kafka_deliveryAttempt} contains the number of attempts. It returns
 * when the brokers have stored the dead letter, and throws if they did not accept it.
 */
public final class DeadLetters implements ConsumerAwareRecordRecoverer {

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  /** The maximum length of a reason; keeps dead letters within the size limit. */
  private static final int MAX_LENGTH = 1_000;

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final DeadLetterPublishingRecoverer publisher;
  private final java.util.function.Consumer<String> onDeadLetter;

  /**
   * @param onDeadLetter called for each dead letter with its original topic
   */
  public DeadLetters(
      KafkaOperations<?, ?> kafka, java.util.function.Consumer<String> onDeadLetter) {
    this.onDeadLetter = onDeadLetter;
    this.publisher =
        new DeadLetterPublishingRecoverer(
            kafka,
            (message, failure) -> new TopicPartition(Topics.deadLetter(message.topic()), -1)) {

          /** Spring's is that of the producer, which never gives up. */
          @Override
          protected Duration determineSendTimeout(KafkaOperations<?, ?> template) {
            return PATIENCE;
          }
        };
    // Spring's default adds the stack trace, of any length
    publisher.setExceptionHeadersCreator(
        (headers, failure, isKey, names) -> addReason(headers, failure));
  }

  @Override
  public void accept(
      ConsumerRecord<?, ?> message, @Nullable Consumer<?, ?> consumer, Exception failure) {
    try {
      publisher.accept(message, consumer, failure);
    } catch (RuntimeException e) {
      // the message is redelivered; this pause limits the rate
      pause();
      throw e;
    }
    onDeadLetter.accept(message.topic());
    log.error(
        "message of order {} in {} cannot be handled and is a dead letter now: {}",
        message.key(),
        message.topic(),
        reason(thrownByListener(failure)));
  }

  private static void addReason(Headers headers, Exception failure) {
    Throwable thrown = thrownByListener(failure);
    replace(headers, KafkaHeaders.DLT_EXCEPTION_FQCN, thrown.getClass().getName());
    replace(headers, KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN, rootOf(thrown).getClass().getName());
    replace(headers, KafkaHeaders.DLT_EXCEPTION_MESSAGE, reason(thrown));
  }

  /**
   * Starts with the root cause: it is the most specific, and the text of its wrappers can be long.
   */
  private static String reason(Throwable thrown) {
    Throwable root = rootOf(thrown);
    String reason = String.valueOf(root.getMessage());
    if (thrown != root) {
      reason += "; " + thrown;
    }
    return reason.length() > MAX_LENGTH ? reason.substring(0, MAX_LENGTH) + "…" : reason;
  }

  private static Throwable rootOf(Throwable failure) {
    return NestedExceptionUtils.getMostSpecificCause(failure);
  }

  private static Throwable thrownByListener(Throwable failure) {
    Throwable cause = failure.getCause();
    boolean wraps =
        failure instanceof ListenerExecutionFailedException
            || failure instanceof BatchListenerFailedException;
    return wraps && cause != null ? thrownByListener(cause) : failure;
  }

  private static void replace(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(UTF_8));
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
