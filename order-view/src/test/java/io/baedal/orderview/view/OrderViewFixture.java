package io.baedal.orderview.view;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderCancellationRequested;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.OrderStatusChanged;
import io.baedal.messaging.event.ReasonCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events of one order, each at the given minute. */
public record OrderViewFixture(UUID orderId, String customerId, String storeId, long number) {

  public OrderViewFixture(UUID orderId, String customerId, String storeId) {
    this(orderId, customerId, storeId, 13);
  }

  public static OrderViewFixture anOrder() {
    return new OrderViewFixture(UUID.randomUUID(), "customer-1", "store-1");
  }

  public OrderViewFixture of(String customer, String store) {
    return new OrderViewFixture(orderId, customer, store, number);
  }

  public OrderViewFixture numbered(long other) {
    return new OrderViewFixture(orderId, customerId, storeId, other);
  }

  public static Instant minute(int minute) {
    return Instant.parse("2026-01-01T10:00:00.123456Z").plusSeconds(60L * minute);
  }

  public OrderPlaced placed(int minute) {
    return new OrderPlaced(
        orderId,
        "lunch",
        customerId,
        storeId,
        List.of(new OrderPlaced.Item("김밥", 2, 3500, List.of("no onions", "곱빼기"))),
        7000,
        "KRW",
        "1 Sejong-daero",
        "CARD",
        minute(minute),
        number,
        "ring twice",
        "+82 10-1234-5678");
  }

  /** The event as published before orders had numbers, notes, phones and options. */
  public OrderPlaced placedEarlier(int minute) {
    return new OrderPlaced(
        orderId,
        "lunch",
        customerId,
        storeId,
        List.of(new OrderPlaced.Item("김밥", 2, 3500, null)),
        7000,
        "KRW",
        "1 Sejong-daero",
        "CARD",
        minute(minute),
        null,
        null,
        null);
  }

  public OrderStatusChanged changed(int sequence, OrderStatus status) {
    return changed(sequence, status, null);
  }

  public OrderStatusChanged changed(int sequence, OrderStatus status, ReasonCode reason) {
    return changed(sequence, status, reason, null);
  }

  public OrderStatusChanged changed(
      int sequence, OrderStatus status, ReasonCode reason, String comment) {
    return new OrderStatusChanged(
        orderId, sequence, status, reason, comment, "Task_" + sequence, minute(sequence));
  }

  public OrderCancellationRequested cancellationRequested(int minute) {
    return new OrderCancellationRequested(orderId, "too late for me", minute(minute));
  }

  public OrderCancellationRefused cancellationRefused(int minute) {
    return new OrderCancellationRefused(
        orderId, OrderCancellationRefused.Reason.PICKED_UP, minute(minute));
  }

  public OrderView view() {
    return new OrderView(
        orderId,
        placed(0),
        OrderStatus.CANCELLED,
        ReasonCode.OPERATOR_CANCELLED,
        "the kitchen is on fire",
        2,
        minute(2),
        new Cancellation(minute(1), "too late for me", Cancellation.Outcome.CANCELLED, null),
        List.of(
            new StatusChange(
                1,
                OrderStatus.CANCELLATION_REQUESTED,
                ReasonCode.OPERATOR_CANCELLED,
                "the kitchen is on fire",
                "a",
                minute(1)),
            new StatusChange(
                2, OrderStatus.CANCELLED, ReasonCode.OPERATOR_CANCELLED, null, "b", minute(2))));
  }
}
