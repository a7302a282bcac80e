package io.baedal.messaging.outbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.SendResult;

/** Sends a batch of the outbox and waits until the brokers have stored it. */
public final class OutboxSender {

  private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

  private final KafkaOperations<String, String> kafka;
  private final String source;

  /**
   * @param source the name of the service in the {@code ce_source} header of events
   */
  public OutboxSender(KafkaOperations<String, String> kafka, String source) {
    this.kafka = kafka;
    this.source = source;
  }

  /**
   * Sends {@code messages} in their order.
   *
   * @return the ids of the accepted messages; if a message failed, later messages of its order are
   *     not included, so that they are resent after it
   */
  List<Long> send(List<OutboxMessage> messages) {
    var inFlight = new ArrayList<CompletableFuture<SendResult<String, String>>>();
    for (OutboxMessage message : messages) {
      var sending = kafka.send(message.toRecord(source));
      inFlight.add(sending);
      if (sending.isCompletedExceptionally()) {
        // no broker is available: each further message would wait as long as this one
        break;
      }
    }
    kafka.flush();
    return accepted(messages, inFlight);
  }

  private static List<Long> accepted(
      List<OutboxMessage> messages, List<CompletableFuture<SendResult<String, String>>> inFlight) {
    List<Long> accepted = new ArrayList<>();
    Set<UUID> failedOrders = new HashSet<>();
    for (int i = 0; i < inFlight.size(); i++) {
      OutboxMessage message = messages.get(i);
      try {
        inFlight.get(i).join();
        if (!failedOrders.contains(message.orderId())) {
          accepted.add(message.id());
        }
      } catch (CompletionException e) {
        if (failedOrders.isEmpty()) {
          log.warn(
              "Kafka did not accept {} {}: {}", message.type(), message.eventId(), e.toString());
        }
        failedOrders.add(message.orderId());
      }
    }
    return accepted;
  }
}
