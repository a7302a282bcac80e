package io.baedal.orchestrator.reconciliation;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.fulfillment.Step;
import io.baedal.orchestrator.reconciliation.State.Cancellation;
import io.baedal.orchestrator.reconciliation.State.Delivery;
import io.baedal.orchestrator.reconciliation.State.Fulfillment;
import io.baedal.orchestrator.reconciliation.State.Order;
import io.baedal.orchestrator.reconciliation.State.Payment;
import io.baedal.orchestrator.reconciliation.State.View;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders on which all sides agree, and single sides that are changed to disagree. */
record SidesFixture(
    @Nullable Fulfillment fulfillment,
    @Nullable Order order,
    @Nullable Payment payment,
    @Nullable Delivery delivery,
    @Nullable View view) {

  static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
  static final long PRICE = 18_000;
  private static final UUID ID = UUID.fromString("5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11");

  Sides sides() {
    return new Sides(ID, fulfillment, order, payment, delivery, view);
  }

  static SidesFixture unknown() {
    return new SidesFixture(null, null, null, null, null);
  }

  /** It waits for its store. */
  static SidesFixture running() {
    return in(OrderStatus.STORE_REQUESTED, null, 3, true)
        .with(order(OrderStatus.PLACED))
        .paid(Payment.Status.APPROVED, PRICE, 0)
        .delivered(Delivery.StoreRequest.REQUESTED, null)
        .awaiting("StoreAnswered");
  }

  static SidesFixture delivered() {
    return in(OrderStatus.DELIVERED, null, 7, false)
        .paid(Payment.Status.APPROVED, PRICE, 0)
        .delivered(Delivery.StoreRequest.ACCEPTED, Delivery.Courier.COMPLETED);
  }

  /** After the store had accepted. */
  static SidesFixture cancelled() {
    return in(OrderStatus.CANCELLED, ReasonCode.CUSTOMER_CANCELLED, 6, false)
        .paid(Payment.Status.CANCELLED, PRICE, PRICE)
        .delivered(Delivery.StoreRequest.CANCELLED, Delivery.Courier.CANCELLED);
  }

  static SidesFixture rejected() {
    return in(OrderStatus.REJECTED, ReasonCode.PAYMENT_DECLINED, 2, false)
        .paid(Payment.Status.DECLINED, 0, 0)
        .delivered(null, null);
  }

  private static SidesFixture in(
      OrderStatus status, @Nullable ReasonCode reason, int sequence, boolean running) {
    return new SidesFixture(
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

  SidesFixture with(@Nullable Order other) {
    return new SidesFixture(fulfillment, other, payment, delivery, view);
  }

  SidesFixture with(@Nullable Fulfillment other) {
    return new SidesFixture(other, order, payment, delivery, view);
  }

  SidesFixture shown(@Nullable OrderStatus status, int sequence) {
    View other = status == null ? null : new View(ID, status, null, sequence, null, AT);
    return new SidesFixture(fulfillment, order, payment, delivery, other);
  }

  /** The same order, cancelled by an operator. */
  static SidesFixture cancelledByOperator(boolean recorded) {
    SidesFixture other =
        in(OrderStatus.CANCELLED, ReasonCode.OPERATOR_CANCELLED, 6, false)
            .paid(Payment.Status.CANCELLED, PRICE, PRICE)
            .delivered(Delivery.StoreRequest.CANCELLED, Delivery.Courier.CANCELLED);
    Fulfillment f = other.fulfillment;
    return other.with(
        new Fulfillment(
            ID,
            f.status(),
            f.reason(),
            f.sequence(),
            PRICE,
            false,
            false,
            Set.of(),
            Set.of(),
            recorded,
            AT));
  }

  /** What order, and what the view, say to a request to cancel. */
  SidesFixture answered(@Nullable Cancellation byOrder, @Nullable Cancellation byView) {
    return new SidesFixture(
        fulfillment,
        new Order(ID, order.status(), order.reason(), byOrder, AT),
        payment,
        delivery,
        new View(ID, view.status(), view.reason(), view.sequence(), byView, AT));
  }

  SidesFixture paid(Payment.Status status, long approved, long refunded) {
    var other = new Payment(ID, status, approved, refunded, AT);
    return new SidesFixture(fulfillment, order, other, delivery, view);
  }

  SidesFixture unpaid() {
    return new SidesFixture(fulfillment, order, null, delivery, view);
  }

  SidesFixture delivered(
      Delivery.@Nullable StoreRequest store, Delivery.@Nullable Courier courier) {
    var other = new Delivery(ID, store, courier, AT);
    return new SidesFixture(fulfillment, order, payment, other, view);
  }

  SidesFixture unknownToTheOrchestrator() {
    return with((Fulfillment) null);
  }

  SidesFixture unknownToOrder() {
    return with((Order) null);
  }

  SidesFixture withoutProcess() {
    return process(false, false, Set.of());
  }

  SidesFixture suspended() {
    return process(true, true, fulfillment.awaited());
  }

  SidesFixture awaiting(String... messages) {
    return process(true, false, Set.of(messages));
  }

  SidesFixture settled(Step... steps) {
    Fulfillment f = fulfillment;
    return with(
        new Fulfillment(
            ID,
            f.status(),
            f.reason(),
            f.sequence(),
            PRICE,
            false,
            false,
            Set.of(),
            Set.of(steps),
            false,
            AT));
  }

  SidesFixture becoming(OrderStatus status) {
    Fulfillment f = fulfillment;
    return with(
        new Fulfillment(
            ID,
            status,
            null,
            f.sequence(),
            PRICE,
            f.running(),
            false,
            f.awaited(),
            Set.of(),
            false,
            AT));
  }

  private SidesFixture process(boolean running, boolean suspended, Set<String> awaited) {
    Fulfillment f = fulfillment;
    return with(
        new Fulfillment(
            ID,
            f.status(),
            f.reason(),
            f.sequence(),
            PRICE,
            running,
            suspended,
            awaited,
            Set.of(),
            false,
            AT));
  }
}
