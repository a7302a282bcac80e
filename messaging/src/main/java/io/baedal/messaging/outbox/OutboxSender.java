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

/** Sends a batch of the outbox and waits until the brokers have it. */
public final class OutboxSender {

  private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

  private final KafkaOperations<String, String> kafka;
  private final String source;

  /**
   * @param source the name of the service, as events carry it in {@code ce_source}
   */
  public OutboxSender(KafkaOperations<String, String> kafka, String source) {
    this.kafka = kafka;
    this.source = source;
  }

  /**
   * Sends {@code messages} in their order.
   *
   * @return the ids of those that arrived; a later message of an order is not among them when an
   *     earlier one failed, so that it is sent again behind it
   */
  List<Long> send(List<OutboxMessage> messages) {
    var inFlight = new ArrayList<CompletableFuture<SendResult<String, String>>>();
    for (OutboxMessage message : messages) {
      var sending = kafka.send(message.toRecord(source));
      inFlight.add(sending);
      if (sending.isCompletedExceptionally()) {
        // no broker: each further message would wait for as long as this one did
        break;
      }
    }
    kafka.flush();
    return arrived(messages, inFlight);
  }

  private static List<Long> arrived(
      List<OutboxMessage> messages, List<CompletableFuture<SendResult<String, String>>> inFlight) {
    List<Long> arrived = new ArrayList<>();
    Set<UUID> failedOrders = new HashSet<>();
    for (int i = 0; i < inFlight.size(); i++) {
      OutboxMessage message = messages.get(i);
      try {
        inFlight.get(i).join();
        if (!failedOrders.contains(message.orderId())) {
          arrived.add(message.id());
        }
      } catch (CompletionException e) {
        if (failedOrders.isEmpty()) {
          log.warn("Kafka did not take {} {}: {}", message.type(), message.eventId(), e.toString());
        }
        failedOrders.add(message.orderId());
      }
    }
    return arrived;
  }
}
