package io.baedal.messaging.event;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The types of events: the name on the wire, independent of the class name, and the topic. */
public enum EventType {
  ORDER_PLACED("io.baedal.order.placed.v1", Topics.ORDERS, OrderPlaced.class),
  ORDER_CANCELLATION_REQUESTED(
      "io.baedal.order.cancellation-requested.v1", Topics.ORDERS, OrderCancellationRequested.class),
  PAYMENT_APPROVED("io.baedal.payment.approved.v1", Topics.PAYMENTS, PaymentApproved.class),
  PAYMENT_DECLINED("io.baedal.payment.declined.v1", Topics.PAYMENTS, PaymentDeclined.class),
  PAYMENT_CANCELLED("io.baedal.payment.cancelled.v1", Topics.PAYMENTS, PaymentCancelled.class),
  STORE_REQUESTED("io.baedal.delivery.store-requested.v1", Topics.DELIVERIES, StoreRequested.class),
  STORE_ACCEPTED("io.baedal.delivery.store-accepted.v1", Topics.DELIVERIES, StoreAccepted.class),
  STORE_REJECTED("io.baedal.delivery.store-rejected.v1", Topics.DELIVERIES, StoreRejected.class),
  STORE_REQUEST_CANCELLED(
      "io.baedal.delivery.store-request-cancelled.v1",
      Topics.DELIVERIES,
      StoreRequestCancelled.class),
  DELIVERY_STARTED("io.baedal.delivery.started.v1", Topics.DELIVERIES, DeliveryStarted.class),
  DELIVERY_PICKED_UP("io.baedal.delivery.picked-up.v1", Topics.DELIVERIES, DeliveryPickedUp.class),
  DELIVERY_COMPLETED("io.baedal.delivery.completed.v1", Topics.DELIVERIES, DeliveryCompleted.class),
  DELIVERY_CANCELLED("io.baedal.delivery.cancelled.v1", Topics.DELIVERIES, DeliveryCancelled.class),
  ORDER_STATUS_CHANGED(
      "io.baedal.order-status.changed.v1", Topics.ORDER_STATUS, OrderStatusChanged.class),
  ORDER_CANCELLATION_REFUSED(
      "io.baedal.order-status.cancellation-refused.v1",
      Topics.ORDER_STATUS,
      OrderCancellationRefused.class),
  AUDIT_ENTRY_RECORDED("io.baedal.audit.entry-recorded.v1", Topics.AUDIT, AuditEntryRecorded.class);

  private static final Map<String, EventType> BY_WIRE_NAME =
      Stream.of(values()).collect(toUnmodifiableMap(EventType::wireName, identity()));
  private static final Map<Class<? extends Event>, EventType> BY_PAYLOAD =
      Stream.of(values()).collect(toUnmodifiableMap(EventType::payload, identity()));

  /** Consumed only outside the system. */
  private static final Set<EventType> CONSUMED_OUTSIDE =
      EnumSet.of(
          PAYMENT_APPROVED,
          PAYMENT_DECLINED,
          PAYMENT_CANCELLED,
          STORE_REQUESTED,
          STORE_REQUEST_CANCELLED,
          DELIVERY_STARTED,
          DELIVERY_CANCELLED,
          AUDIT_ENTRY_RECORDED);

  private final String wireName;
  private final String topic;
  private final Class<? extends Event> payload;

  EventType(String wireName, String topic, Class<? extends Event> payload) {
    this.wireName = wireName;
    this.topic = topic;
    this.payload = payload;
  }

  /** The type for a {@code ce_type} header; empty if unknown. */
  public static Optional<EventType> named(String wireName) {
    return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
  }

  /**
   * The type of {@code event}.
   *
   * @throws IllegalArgumentException if its class is not listed here
   */
  public static EventType of(Event event) {
    EventType type = BY_PAYLOAD.get(event.getClass());
    if (type == null) {
      throw new IllegalArgumentException("no event type for " + event.getClass());
    }
    return type;
  }

  /** Whether a service consumes the event. Other events can wait for the next batch. */
  public boolean isUrgent() {
    return !CONSUMED_OUTSIDE.contains(this);
  }

  public String wireName() {
    return wireName;
  }

  public String topic() {
    return topic;
  }

  public Class<? extends Event> payload() {
    return payload;
  }
}
