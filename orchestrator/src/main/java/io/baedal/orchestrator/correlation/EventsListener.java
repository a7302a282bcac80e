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

  @KafkaListener(topics = {Topics.ORDERS, Topics.DELIVERIES})
  void on(ConsumerRecord<String, String> message) {
    events.read(message).ifPresent(receive::once);
  }
}
