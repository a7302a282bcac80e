package io.baedal.orchestrator.saga.kafka;

import io.baedal.messaging.event.Topics;
import io.baedal.messaging.inbox.EventReader;
import io.baedal.messaging.inbox.MessageBatches;
import io.baedal.orchestrator.saga.ReceiveEvent;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Receives the events that the other services publish about orders. */
@Component
class EventsListener {

  /** Messages per transaction; more would gain little and hold locks longer. */
  private static final String AT_A_TIME = "max.poll.records=20";

  private final EventReader events;
  private final MessageBatches batches;
  private final ReceiveEvent receive;
  private final ConsumerLag lag;

  EventsListener(
      EventReader events, MessageBatches batches, ReceiveEvent receive, ConsumerLag lag) {
    this.events = events;
    this.batches = batches;
    this.receive = receive;
    this.lag = lag;
  }

  @KafkaListener(topics = Topics.ORDERS, batch = "true", properties = AT_A_TIME)
  void onOrders(List<ConsumerRecord<String, String>> messages) {
    batches.handle(messages, this::receive);
  }

  /**
   * Separate consumers, so that the events of stores and couriers do not wait behind new orders.
   * One more of them, since each order causes more of these events.
   */
  @KafkaListener(
      topics = Topics.DELIVERIES,
      batch = "true",
      concurrency = "3",
      properties = AT_A_TIME)
  void onDeliveries(List<ConsumerRecord<String, String>> messages) {
    long youngest = messages.stream().mapToLong(ConsumerRecord::timestamp).max().orElseThrow();
    lag.handle(Instant.ofEpochMilli(youngest), () -> batches.handle(messages, this::receive));
  }

  private void receive(List<ConsumerRecord<String, String>> messages) {
    receive.all(events.readAll(messages));
  }
}
