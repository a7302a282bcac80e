package io.baedal.messaging.event;

import java.util.UUID;

/** An event of an order. Within {@code .v1} only optional fields may be added. */
public interface DomainEvent {

  /** The id of the order; also the Kafka key, so that the events of one order stay in sequence. */
  UUID orderId();
}
