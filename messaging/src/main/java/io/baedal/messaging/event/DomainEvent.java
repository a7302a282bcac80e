package io.baedal.messaging.event;

import java.util.UUID;

/** Something that happened to an order. Within {@code .v1} only optional fields may be added. */
public interface DomainEvent {

  /** The order it happened to; also the Kafka key, so events of one order stay in order. */
  UUID orderId();
}
