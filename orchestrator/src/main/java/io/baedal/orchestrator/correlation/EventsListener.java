package io.baedal.orchestrator.correlation;

import io.baedal.messaging.event.Topics;
import io.baedal.messaging.inbox.EventReader;
import io.baedal.messaging.inbox.MessageBatches;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Receives what the other services publish of orders. */
@Component
class EventsListener {

  /** Of one transaction: most of the gain, and its locks are held for a moment only. */
  private static final String AT_A_TIME = "max.poll.records=20";

  private final EventReader events;
  private final MessageBatches batches;
  private final ReceiveEvent receive;
  private final HearingLag lag;

  EventsListener(EventReader events, MessageBatches batches, ReceiveEvent receive, HearingLag lag) {
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
   * Consumers of their own: what stores and couriers say does not wait behind new orders. One more
   * of them, since each order makes more of these messages.
   */
  @KafkaListener(
      topics = Topics.DELIVERIES,
      batch = "true",
      concurrency = "3",
      properties = AT_A_TIME)
  void onDeliveries(List<ConsumerRecord<String, String>> messages) {
    long youngest = messages.stream().mapToLong(ConsumerRecord::timestamp).max().orElseThrow();
    lag.hear(Instant.ofEpochMilli(youngest), () -> batches.handle(messages, this::receive));
  }

  private void receive(List<ConsumerRecord<String, String>> messages) {
    receive.all(events.readAll(messages));
  }
}
