package io.baedal.orderview.view.kafka;

import io.baedal.messaging.event.Topics;
import io.baedal.messaging.inbox.EventReader;
import io.baedal.messaging.inbox.MessageBatches;
import io.baedal.orderview.view.ProjectEvents;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Applies the events of one poll together. */
@Component
class OrderEventsListener {

  private final EventReader reader;
  private final MessageBatches batches;
  private final ProjectEvents projectEvents;

  OrderEventsListener(EventReader reader, MessageBatches batches, ProjectEvents projectEvents) {
    this.reader = reader;
    this.batches = batches;
    this.projectEvents = projectEvents;
  }

  @KafkaListener(
      id = "order-events",
      idIsGroup = false,
      topics = {Topics.ORDERS, Topics.ORDER_STATUS},
      batch = "true")
  void on(List<ConsumerRecord<String, String>> messages) {
    batches.handle(messages, some -> projectEvents.apply(reader.readAll(some)));
  }
}
