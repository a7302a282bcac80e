package io.baedal.orderview.view.kafka;

import io.baedal.messaging.event.Topics;
import io.baedal.messaging.inbox.EventReader;
import io.baedal.orderview.view.ProjectEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.MDC;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hands each order event to the projection; what fails is tried again by the error handler. */
@Component
class OrderEventsListener {

  private final EventReader reader;
  private final ProjectEvent projectEvent;

  OrderEventsListener(EventReader reader, ProjectEvent projectEvent) {
    this.reader = reader;
    this.projectEvent = projectEvent;
  }

  @KafkaListener(
      id = "order-events",
      idIsGroup = false,
      topics = {Topics.ORDERS, Topics.ORDER_STATUS})
  void on(ConsumerRecord<String, String> message) {
    try (var ignored = MDC.putCloseable("orderId", message.key())) {
      reader.read(message).ifPresent(projectEvent::apply);
    }
  }
}
