package io.baedal.messaging.inbox;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.DeliveryAttemptAware;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.TopicPartitionOffset;

/**
 * Handles the messages of one poll in one transaction, since a commit costs more than the effect of
 * most messages. If that fails, each message is handled in its own transaction, so that only the
 * failing one is retried and becomes a dead letter.
 */
public final class MessageBatches {

  private static final Logger log = LoggerFactory.getLogger(MessageBatches.class);

  private final DeliveryAttemptAware attempts;

  /**
   * @param attempts the error handler, which counts the attempts of a message
   */
  public MessageBatches(DeliveryAttemptAware attempts) {
    this.attempts = attempts;
  }

  /**
   * Handles {@code messages} in their order.
   *
   * @param handler handles messages in one transaction; called again with single messages if it
   *     throws
   * @throws BatchListenerFailedException for the first message that cannot be handled alone; those
   *     before it are handled
   */
  public void handle(
      List<ConsumerRecord<String, String>> messages,
      Consumer<List<ConsumerRecord<String, String>>> handler) {
    if (messages.size() > 1 && handleTogether(messages, handler)) {
      return;
    }
    for (ConsumerRecord<String, String> message : messages) {
      try (var ignored = MDC.putCloseable("orderId", message.key())) {
        handler.accept(List.of(message));
      } catch (RuntimeException failure) {
        countAttempt(message);
        throw new BatchListenerFailedException("message cannot be handled", failure, message);
      }
    }
  }

  private static boolean handleTogether(
      List<ConsumerRecord<String, String>> messages,
      Consumer<List<ConsumerRecord<String, String>>> handler) {
    try {
      handler.accept(messages);
      return true;
    } catch (RuntimeException failure) {
      log.debug("{} messages cannot be handled together", messages.size(), failure);
      return false;
    }
  }

  /** Adds the header that containers add only for listeners of single messages. */
  private void countAttempt(ConsumerRecord<String, String> message) {
    var place = new TopicPartitionOffset(message.topic(), message.partition(), message.offset());
    int attempt = attempts.deliveryAttempt(place);
    message
        .headers()
        .remove(KafkaHeaders.DELIVERY_ATTEMPT)
        .add(
            KafkaHeaders.DELIVERY_ATTEMPT,
            ByteBuffer.allocate(Integer.BYTES).putInt(attempt).array());
  }
}
