package io.baedal.orchestrator.correlation;

import io.baedal.messaging.event.Topics;
import io.baedal.messaging.inbox.EventReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Receives what the other services tell of orders. */
@Component
class EventsListener {

  private final EventReader events;
  private final ReceiveEvent receive;

  EventsListener(EventReader events, ReceiveEvent receive) {
    this.events = events;
    this.receive = receive;
  }

  @KafkaListener(topics = Topics.ORDERS)
  void onOrder(ConsumerRecord<String, String> message) {
    take(message);
  }

  /** A consumer of its own: what stores and couriers say does not wait behind new orders. */
  @KafkaListener(topics = Topics.DELIVERIES, concurrency = "1")
  void onDelivery(ConsumerRecord<String, String> message) {
    take(message);
  }

  private void take(ConsumerRecord<String, String> message) {
    events.read(message).ifPresent(receive::once);
  }
}
