package io.baedal.order.ordering.kafka;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderStatusChanged;
import io.baedal.messaging.event.Topics;
import io.baedal.messaging.inbox.EventReader;
import io.baedal.messaging.inbox.MessageBatches;
import io.baedal.messaging.inbox.ReceivedEvent;
import io.baedal.order.ordering.CloseOrders;
import io.baedal.order.ordering.Ending;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.OrderOutcome;
import io.baedal.order.ordering.WaitingOrders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Consumes events of the process. The starts and ends of processes are applied in one transaction
 * for each poll, each refused cancellation in its own. Other changes of status need no transaction.
 */
@Component
class OrderStatusListener {

  /** The first change is PLACED; the second one shows that the first step is completed. */
  private static final int SECOND_CHANGE = 2;

  private final EventReader reader;
  private final MessageBatches batches;
  private final ApplyRefusal applyRefusal;
  private final WaitingOrders waiting;
  private final CloseOrders closeOrders;
  private final TransactionTemplate transaction;

  OrderStatusListener(
      EventReader reader,
      MessageBatches batches,
      ApplyRefusal applyRefusal,
      WaitingOrders waiting,
      CloseOrders closeOrders,
      TransactionTemplate transaction) {
    this.reader = reader;
    this.batches = batches;
    this.applyRefusal = applyRefusal;
    this.waiting = waiting;
    this.closeOrders = closeOrders;
    this.transaction = transaction;
  }

  @KafkaListener(topics = Topics.ORDER_STATUS, batch = "true")
  void on(List<ConsumerRecord<String, String>> messages) {
    batches.handle(messages, some -> apply(reader.readAll(some)));
  }

  private void apply(List<ReceivedEvent> events) {
    Set<OrderId> started = new HashSet<>();
    List<Ending> ended = new ArrayList<>();
    for (ReceivedEvent received : events) {
      if (received.event() instanceof OrderCancellationRefused refused) {
        applyRefusal.apply(received.id(), refused);
      } else if (received.event() instanceof OrderStatusChanged changed) {
        var id = new OrderId(changed.orderId());
        var outcome = OrderOutcome.of(changed.status());
        if (outcome.isPresent()) {
          ended.add(new Ending(id, outcome.get(), changed.reason(), changed.comment()));
        } else if (changed.sequence() == SECOND_CHANGE) {
          started.add(id);
        }
      }
    }
    if (!started.isEmpty() || !ended.isEmpty()) {
      transaction.executeWithoutResult(
          tx -> {
            waiting.remove(started);
            closeOrders.close(ended);
          });
    }
  }
}
