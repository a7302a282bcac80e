package io.baedal.order.ordering.kafka;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderStatusChanged;
import io.baedal.messaging.event.Topics;
import io.baedal.messaging.inbox.EventReader;
import io.baedal.messaging.inbox.MessageBatches;
import io.baedal.messaging.inbox.ReceivedEvent;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.WaitingOrders;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears that the processes of orders have begun, those of one poll together, and that a request to
 * cancel was refused. The end of an order is told to this service by a call of the process; nothing
 * else of the topic matters here, nor does it cost a transaction.
 */
@Component
class OrderStatusListener {

  /** The first change is that the order is PLACED; with the next, its first step is done. */
  private static final int SECOND_CHANGE = 2;

  private final EventReader reader;
  private final MessageBatches batches;
  private final TakeRefusal takeRefusal;
  private final WaitingOrders waiting;

  OrderStatusListener(
      EventReader reader, MessageBatches batches, TakeRefusal takeRefusal, WaitingOrders waiting) {
    this.reader = reader;
    this.batches = batches;
    this.takeRefusal = takeRefusal;
    this.waiting = waiting;
  }

  @KafkaListener(topics = Topics.ORDER_STATUS, batch = "true")
  void on(List<ConsumerRecord<String, String>> messages) {
    batches.handle(messages, some -> take(reader.readAll(some)));
  }

  private void take(List<ReceivedEvent> events) {
    Set<OrderId> begun = new HashSet<>();
    for (ReceivedEvent received : events) {
      if (received.event() instanceof OrderCancellationRefused refused) {
        takeRefusal.take(received.id(), refused);
      } else if (received.event() instanceof OrderStatusChanged changed
          && changed.sequence() == SECOND_CHANGE) {
        begun.add(new OrderId(changed.orderId()));
      }
    }
    if (!begun.isEmpty()) {
      waiting.remove(begun);
    }
  }
}
