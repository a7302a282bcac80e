package io.baedal.orchestrator.operations.reconciliation;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.operations.reconciliation.State.Cancellation;
import io.baedal.orchestrator.operations.reconciliation.State.Delivery;
import io.baedal.orchestrator.operations.reconciliation.State.Fulfillment;
import io.baedal.orchestrator.operations.reconciliation.State.Order;
import io.baedal.orchestrator.operations.reconciliation.State.Payment;
import io.baedal.orchestrator.operations.reconciliation.State.View;
import io.baedal.orchestrator.saga.Step;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders on which all sources agree, and methods that change the state at one source. */
record OrderStatesFixture(
    @Nullable Fulfillment fulfillment,
    @Nullable Order order,
    @Nullable Payment payment,
    @Nullable Delivery delivery,
    @Nullable View view) {

  static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
  static final long PRICE = 18_000;
  private static final UUID ID = UUID.fromString("5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11");

  OrderStates build() {
    return new OrderStates(ID, fulfillment, order, payment, delivery, view);
  }

  static OrderStatesFixture unknown() {
    return new OrderStatesFixture(null, null, null, null, null);
  }

  /** The order waits for its store. */
  static OrderStatesFixture running() {
    return in(OrderStatus.STORE_REQUESTED, null, 3, true)
        .with(order(OrderStatus.PLACED))
        .paid(Payment.Status.APPROVED, PRICE, 0)
        .delivered(Delivery.StoreRequest.REQUESTED, null)
        .awaiting("StoreAnswered");
  }

  static OrderStatesFixture delivered() {
    return in(OrderStatus.DELIVERED, null, 7, false)
        .paid(Payment.Status.APPROVED, PRICE, 0)
        .delivered(Delivery.StoreRequest.ACCEPTED, Delivery.Courier.COMPLETED);
  }

  /** Cancelled after the store had accepted. */
  static OrderStatesFixture cancelled() {
    return in(OrderStatus.CANCELLED, ReasonCode.CUSTOMER_CANCELLED, 6, false)
        .paid(Payment.Status.CANCELLED, PRICE, PRICE)
        .delivered(Delivery.StoreRequest.CANCELLED, Delivery.Courier.CANCELLED);
  }

  static OrderStatesFixture rejected() {
    return in(OrderStatus.REJECTED, ReasonCode.PAYMENT_DECLINED, 2, false)
        .paid(Payment.Status.DECLINED, 0, 0)
        .delivered(null, null);
  }

  private static OrderStatesFixture in(
      OrderStatus status, @Nullable ReasonCode reason, int sequence, boolean running) {
    return new OrderStatesFixture(
        new Fulfillment(
            ID, status, reason, sequence, PRICE, running, false, Set.of(), Set.of(), false, AT),
        new Order(ID, status, reason, null, AT),
        null,
        null,
        new View(ID, status, reason, sequence, null, AT));
  }

  static Order order(OrderStatus status) {
    return new Order(ID, status, null, null, AT);
  }

  OrderStatesFixture with(@Nullable Order other) {
    return new OrderStatesFixture(fulfillment, other, payment, delivery, view);
  }

  OrderStatesFixture with(@Nullable Fulfillment other) {
    return new OrderStatesFixture(other, order, payment, delivery, view);
  }

  OrderStatesFixture shown(@Nullable OrderStatus status, int sequence) {
    View other = status == null ? null : new View(ID, status, null, sequence, null, AT);
    return new OrderStatesFixture(fulfillment, order, payment, delivery, other);
  }

  /** Cancelled by an operator. */
  static OrderStatesFixture cancelledByOperator(boolean recorded) {
    OrderStatesFixture other =
        in(OrderStatus.CANCELLED, ReasonCode.OPERATOR_CANCELLED, 6, false)
            .paid(Payment.Status.CANCELLED, PRICE, PRICE)
            .delivered(Delivery.StoreRequest.CANCELLED, Delivery.Courier.CANCELLED);
    return other.with(
        OrderStatus.CANCELLED,
        ReasonCode.OPERATOR_CANCELLED,
        false,
        false,
        Set.of(),
        Set.of(),
        recorded);
  }

  /** The answers of order and of the view to a request to cancel. */
  OrderStatesFixture answered(@Nullable Cancellation byOrder, @Nullable Cancellation byView) {
    return new OrderStatesFixture(
        fulfillment,
        new Order(ID, order.status(), order.reason(), byOrder, AT),
        payment,
        delivery,
        new View(ID, view.status(), view.reason(), view.sequence(), byView, AT));
  }

  OrderStatesFixture paid(Payment.Status status, long approved, long refunded) {
    var other = new Payment(ID, status, approved, refunded, AT);
    return new OrderStatesFixture(fulfillment, order, other, delivery, view);
  }

  OrderStatesFixture unpaid() {
    return new OrderStatesFixture(fulfillment, order, null, delivery, view);
  }

  OrderStatesFixture delivered(
      Delivery.@Nullable StoreRequest store, Delivery.@Nullable Courier courier) {
    var other = new Delivery(ID, store, courier, AT);
    return new OrderStatesFixture(fulfillment, order, payment, other, view);
  }

  OrderStatesFixture unknownToTheOrchestrator() {
    return with((Fulfillment) null);
  }

  OrderStatesFixture unknownToOrder() {
    return with((Order) null);
  }

  OrderStatesFixture withoutProcess() {
    return process(false, false, Set.of());
  }

  OrderStatesFixture suspended() {
    return process(true, true, fulfillment.awaited());
  }

  OrderStatesFixture awaiting(String... messages) {
    return process(true, false, Set.of(messages));
  }

  OrderStatesFixture settled(Step... steps) {
    return with(
        fulfillment.status(), fulfillment.reason(), false, false, Set.of(), Set.of(steps), false);
  }

  OrderStatesFixture becoming(OrderStatus status) {
    return with(status, null, fulfillment.running(), false, fulfillment.awaited(), Set.of(), false);
  }

  private OrderStatesFixture process(boolean running, boolean suspended, Set<String> awaited) {
    return with(
        fulfillment.status(), fulfillment.reason(), running, suspended, awaited, Set.of(), false);
  }

  private OrderStatesFixture with(
      OrderStatus status,
      @Nullable ReasonCode reason,
      boolean running,
      boolean suspended,
      Set<String> awaited,
      Set<Step> settled,
      boolean cancelRecorded) {
    return with(
        new Fulfillment(
            ID,
            status,
            reason,
            fulfillment.sequence(),
            PRICE,
            running,
            suspended,
            awaited,
            settled,
            cancelRecorded,
            AT));
  }
}
