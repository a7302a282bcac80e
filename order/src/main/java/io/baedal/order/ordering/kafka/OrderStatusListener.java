package io.baedal.order.ordering.kafka;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.Topics;
import io.baedal.messaging.inbox.EventReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears that a request to cancel was refused. The end of an order is told to this service by a call
 * of the process, so nothing else of the topic matters here, nor does it cost a transaction.
 */
@Component
class OrderStatusListener {

  private final EventReader reader;
  private final TakeRefusal takeRefusal;

  OrderStatusListener(EventReader reader, TakeRefusal takeRefusal) {
    this.reader = reader;
    this.takeRefusal = takeRefusal;
  }

  @KafkaListener(topics = Topics.ORDER_STATUS)
  void on(ConsumerRecord<String, String> message) {
    reader
        .read(message)
        .ifPresent(
            received -> {
              if (received.event() instanceof OrderCancellationRefused refused) {
                takeRefusal.take(received.id(), refused);
              }
            });
  }
}
