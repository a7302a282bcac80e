package io.baedal.messaging.event;

import java.util.UUID;

/** An event of an order. */
public interface DomainEvent extends Event {

  /** The id of the order; also the Kafka key, so that the events of one order stay in sequence. */
  UUID orderId();

  @Override
  default UUID key() {
    return orderId();
  }
}
