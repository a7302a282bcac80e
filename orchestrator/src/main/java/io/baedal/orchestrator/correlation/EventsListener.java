package io.baedal.orchestrator.correlation;

import io.baedal.messaging.event.Topics;
import io.baedal.messaging.inbox.EventReader;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Receives what the other services tell of orders. */
@Component
class EventsListener {

  private final EventReader events;
  private final ReceiveEvent receive;
  private final HearingLag lag;

  EventsListener(EventReader events, ReceiveEvent receive, HearingLag lag) {
    this.events = events;
    this.receive = receive;
    this.lag = lag;
  }

  @KafkaListener(topics = Topics.ORDERS)
  void onOrder(ConsumerRecord<String, String> message) {
    events.read(message).ifPresent(receive::once);
  }

  /**
   * Consumers of their own: what stores and couriers say does not wait behind new orders. One more
   * of them, since each order makes more of these messages.
   */
  @KafkaListener(topics = Topics.DELIVERIES, concurrency = "3")
  void onDelivery(ConsumerRecord<String, String> message) {
    lag.hear(
        Instant.ofEpochMilli(message.timestamp()),
        () -> events.read(message).ifPresent(receive::once));
  }
}
