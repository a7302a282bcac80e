package io.baedal.order.ordering.kafka;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.inbox.Inbox;
import io.baedal.order.ordering.CancelOrder;
import io.baedal.order.ordering.OrderId;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies each refusal once: the inbox entry is in the transaction of the effect. */
@Component
class ApplyRefusal {

  private static final Logger log = LoggerFactory.getLogger(ApplyRefusal.class);

  private final Inbox inbox;
  private final CancelOrder cancelOrder;

  ApplyRefusal(Inbox inbox, CancelOrder cancelOrder) {
    this.inbox = inbox;
    this.cancelOrder = cancelOrder;
  }

  @Transactional
  void apply(UUID eventId, OrderCancellationRefused refused) {
    if (!inbox.firstTime(eventId)) {
      return;
    }
    cancelOrder.refuse(new OrderId(refused.orderId()), refused.reason());
    try (var ignored = MDC.putCloseable("orderId", refused.orderId().toString())) {
      log.info("cancellation refused: {}", refused.reason());
    }
  }
}
