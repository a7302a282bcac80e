package io.baedal.orchestrator.operations.reconciliation;

import static io.baedal.messaging.event.OrderStatus.CANCELLATION_REQUESTED;
import static io.baedal.messaging.event.OrderStatus.CANCELLED;
import static io.baedal.messaging.event.OrderStatus.DELIVERED;
import static io.baedal.messaging.event.OrderStatus.DELIVERY_STARTED;
import static io.baedal.messaging.event.OrderStatus.PICKED_UP;
import static io.baedal.messaging.event.OrderStatus.PLACED;
import static io.baedal.messaging.event.OrderStatus.REJECTED;
import static io.baedal.orchestrator.operations.reconciliation.OrderStatesFixture.PRICE;
import static io.baedal.orchestrator.operations.reconciliation.OrderStatesFixture.cancelled;
import static io.baedal.orchestrator.operations.reconciliation.OrderStatesFixture.cancelledByOperator;
import static io.baedal.orchestrator.operations.reconciliation.OrderStatesFixture.delivered;
import static io.baedal.orchestrator.operations.reconciliation.OrderStatesFixture.order;
import static io.baedal.orchestrator.operations.reconciliation.OrderStatesFixture.rejected;
import static io.baedal.orchestrator.operations.reconciliation.OrderStatesFixture.running;
import static io.baedal.orchestrator.operations.reconciliation.OrderStatesFixture.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.baedal.orchestrator.operations.reconciliation.State.Cancellation;
import io.baedal.orchestrator.operations.reconciliation.State.Delivery.Courier;
import io.baedal.orchestrator.operations.reconciliation.State.Delivery.StoreRequest;
import io.baedal.orchestrator.operations.reconciliation.State.Payment.Status;
import io.baedal.orchestrator.saga.Step;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

  /** Orders without a disagreement. */
  static Stream<Arguments> agreeing() {
    return Stream.of(
        agreeing("unknown to all sources", unknown()),
        agreeing("running", running()),
        agreeing("delivered", delivered()),
        agreeing("cancelled", cancelled()),
        agreeing("rejected", rejected()),
        agreeing("cancelled before its first step", cancelled().unpaid().delivered(null, null)),
        agreeing(
            "rejected by the store",
            rejected().delivered(StoreRequest.REJECTED, null).paid(Status.CANCELLED, PRICE, PRICE)),
        agreeing("the refund is in progress and the process runs", cancelling()),
        agreeing(
            "the refund was settled",
            cancelled().paid(Status.CANCELLING, PRICE, 0).settled(Step.CANCEL_PAYMENT)),
        agreeing(
            "the cancel of the store request was settled",
            cancelled().delivered(StoreRequest.ACCEPTED, null).settled(Step.CANCEL_STORE_REQUEST)),
        agreeing(
            "the recall was settled",
            cancelled()
                .delivered(StoreRequest.CANCELLED, Courier.STARTED)
                .settled(Step.RECALL_DELIVERY)),
        agreeing(
            "suspended, and the store has answered",
            running().delivered(StoreRequest.ACCEPTED, null).suspended()),
        agreeing(
            "suspended, and the customer has requested to cancel",
            running().with(order(CANCELLATION_REQUESTED)).suspended()),
        agreeing(
            "the store has answered, and the process has consumed it",
            running().delivered(StoreRequest.ACCEPTED, null).awaiting("CancelOrder")),
        agreeing(
            "the payment was undone before it was requested",
            unknown().paid(Status.CANCELLED, 0, 0)),
        agreeing("cancelled by an operator with a recorded act", cancelledByOperator(true)),
        agreeing(
            "the request to cancel was accepted at order and at the view",
            cancelled().answered(Cancellation.CANCELLED, Cancellation.CANCELLED)),
        agreeing(
            "an undo of an unknown order",
            unknown().delivered(StoreRequest.CANCELLED, Courier.CANCELLED)));
  }

  private static OrderStatesFixture cancelling() {
    return running()
        .becoming(CANCELLATION_REQUESTED)
        .with(order(CANCELLATION_REQUESTED))
        .paid(Status.CANCELLING, PRICE, 0)
        .shown(CANCELLATION_REQUESTED, 3);
  }

  private static Arguments agreeing(String what, OrderStatesFixture states) {
    return arguments(what, states);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("agreeing")
  void findsNoDisagreement(String what, OrderStatesFixture states) {
    assertThat(Rules.broken(states.build())).isEmpty();
  }

  /** Orders with exactly the given kinds of disagreement. */
  static Stream<Arguments> disagreeing() {
    return Stream.of(
        // money
        disagreeing(
            "a payment of an unknown order",
            unknown().paid(Status.APPROVED, PRICE, 0),
            Kind.PAYMENT_WITHOUT_ORDER),
        disagreeing(
            "a requested payment of an unknown order",
            unknown().paid(Status.REQUESTED, 0, 0),
            Kind.PAYMENT_WITHOUT_ORDER),
        disagreeing(
            "cancelled, and paid", cancelled().paid(Status.APPROVED, PRICE, 0), Kind.NOT_REFUNDED),
        disagreeing(
            "cancelled, and the refund has not ended",
            cancelled().paid(Status.CANCELLING, PRICE, 0),
            Kind.NOT_REFUNDED),
        disagreeing(
            "rejected, and the payment is still requested",
            rejected().paid(Status.REQUESTED, 0, 0),
            Kind.NOT_REFUNDED),
        disagreeing(
            "cancelled, and only another step was settled",
            cancelled().paid(Status.CANCELLING, PRICE, 0).settled(Step.RECALL_DELIVERY),
            Kind.NOT_REFUNDED),
        disagreeing("delivered, never paid", delivered().unpaid(), Kind.DELIVERED_UNPAID),
        disagreeing(
            "delivered, and declined",
            delivered().paid(Status.DECLINED, 0, 0),
            Kind.DELIVERED_UNPAID),
        disagreeing(
            "delivered, and refunded",
            delivered().paid(Status.CANCELLED, PRICE, PRICE),
            Kind.DELIVERED_UNPAID),
        disagreeing(
            "delivered, at another price",
            delivered().paid(Status.APPROVED, PRICE - 1, 0),
            Kind.DELIVERED_UNPAID),
        // stores and couriers
        disagreeing(
            "the store prepares a cancelled order",
            cancelled().delivered(StoreRequest.ACCEPTED, null),
            Kind.STORE_REQUEST_OPEN),
        disagreeing(
            "the store request of a rejected order is open",
            rejected().delivered(StoreRequest.REQUESTED, null),
            Kind.STORE_REQUEST_OPEN),
        disagreeing(
            "the store request of a delivered order is open",
            delivered().delivered(StoreRequest.REQUESTED, Courier.COMPLETED),
            Kind.STORE_REQUEST_OPEN),
        disagreeing(
            "delivered without a store request",
            delivered().delivered(null, Courier.COMPLETED),
            Kind.STORE_REQUEST_OPEN),
        disagreeing(
            "delivered, and rejected by the store",
            delivered().delivered(StoreRequest.REJECTED, Courier.COMPLETED),
            Kind.STORE_REQUEST_OPEN),
        disagreeing(
            "the store prepares an unknown order",
            unknown().delivered(StoreRequest.ACCEPTED, null),
            Kind.STORE_REQUEST_OPEN),
        disagreeing(
            "a courier delivers a cancelled order",
            cancelled().delivered(StoreRequest.CANCELLED, Courier.STARTED),
            Kind.DELIVERY_OPEN),
        disagreeing(
            "a courier has delivered a rejected order",
            rejected().delivered(null, Courier.COMPLETED),
            Kind.DELIVERY_OPEN),
        disagreeing(
            "delivered, and still with the courier",
            delivered().delivered(StoreRequest.ACCEPTED, Courier.PICKED_UP),
            Kind.DELIVERY_OPEN),
        disagreeing(
            "delivered without a courier",
            delivered().delivered(StoreRequest.ACCEPTED, null),
            Kind.DELIVERY_OPEN),
        disagreeing(
            "a courier delivers an unknown order",
            unknown().delivered(null, Courier.PICKED_UP),
            Kind.DELIVERY_OPEN),
        // the process
        disagreeing(
            "placed, and not started",
            unknown().with(order(PLACED)).shown(PLACED, 0),
            Kind.ORDER_NOT_STARTED),
        disagreeing(
            "its process was deleted before it was paid",
            running().withoutProcess().unpaid(),
            Kind.PROCESS_MISSING),
        disagreeing(
            "its process was deleted after it was paid",
            running().withoutProcess(),
            Kind.PROCESS_MISSING,
            Kind.PAYMENT_WITHOUT_ORDER),
        // ends
        disagreeing("open at order", delivered().with(order(PLACED)), Kind.END_DIFFERS),
        disagreeing(
            "ended with another status at order",
            cancelled().with(order(REJECTED)),
            Kind.END_DIFFERS),
        disagreeing(
            "ended at order for another reason",
            rejected().with(order(REJECTED)),
            Kind.END_DIFFERS),
        disagreeing("unknown to order", delivered().unknownToOrder(), Kind.END_DIFFERS),
        disagreeing("ended at order only", running().with(order(DELIVERED)), Kind.END_DIFFERS),
        disagreeing(
            "delivered, and known to order only",
            delivered().unknownToTheOrchestrator(),
            Kind.END_DIFFERS),
        // events
        disagreeing(
            "the store has accepted, and the process waits",
            running().delivered(StoreRequest.ACCEPTED, null),
            Kind.EVENT_LOST),
        disagreeing(
            "the store has rejected, and the process waits",
            running().delivered(StoreRequest.REJECTED, null),
            Kind.EVENT_LOST),
        disagreeing(
            "the courier has picked up, and the process waits",
            inDelivery(Courier.PICKED_UP, "DeliveryPickedUp"),
            Kind.EVENT_LOST),
        disagreeing(
            "the courier has completed, and the process waits for the pick-up",
            inDelivery(Courier.COMPLETED, "DeliveryPickedUp"),
            Kind.EVENT_LOST),
        disagreeing(
            "the courier has completed, and the process waits for the completion",
            inDelivery(Courier.COMPLETED, "DeliveryCompleted"),
            Kind.EVENT_LOST),
        disagreeing(
            "the request to cancel has no answer",
            running().with(order(CANCELLATION_REQUESTED)),
            Kind.CANCELLATION_UNANSWERED),
        disagreeing(
            "the request to cancel was refused at order and accepted at the view",
            cancelled().answered(Cancellation.REFUSED, Cancellation.CANCELLED),
            Kind.CANCELLATION_DIFFERS),
        disagreeing(
            "the request to cancel is unknown to the view",
            running().answered(Cancellation.PENDING, null),
            Kind.CANCELLATION_DIFFERS),
        // what operators did
        disagreeing("cancelled in Cockpit", cancelledByOperator(false), Kind.ACT_NOT_RECORDED),
        // the view
        disagreeing("the view lags", delivered().shown(PICKED_UP, 6), Kind.VIEW_DIFFERS),
        disagreeing("other status at view", delivered().shown(CANCELLED, 7), Kind.VIEW_DIFFERS),
        disagreeing("other reason at view", cancelled().shown(CANCELLED, 6), Kind.VIEW_DIFFERS),
        disagreeing("unknown to the view", running().shown(null, 0), Kind.VIEW_DIFFERS),
        disagreeing(
            "known to order only",
            unknown().with(order(PLACED)),
            Kind.ORDER_NOT_STARTED,
            Kind.VIEW_DIFFERS));
  }

  private static OrderStatesFixture inDelivery(Courier courier, String awaited) {
    return running()
        .becoming(DELIVERY_STARTED)
        .shown(DELIVERY_STARTED, 3)
        .delivered(StoreRequest.ACCEPTED, courier)
        .awaiting(awaited, "CancelOrder");
  }

  private static Arguments disagreeing(String what, OrderStatesFixture states, Kind... kinds) {
    return arguments(what, states, EnumSet.copyOf(List.of(kinds)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("disagreeing")
  void findsDisagreements(String what, OrderStatesFixture states, EnumSet<Kind> kinds) {
    assertThat(Rules.broken(states.build())).isEqualTo(kinds);
  }

  @Test
  void everyKindIsFoundInSomeExample() {
    EnumSet<Kind> found = EnumSet.noneOf(Kind.class);
    disagreeing().forEach(example -> found.addAll((EnumSet<Kind>) example.get()[2]));

    assertThat(found).isEqualTo(EnumSet.allOf(Kind.class));
  }

  @Test
  void hasChangedIfAnySourceHasChanged() {
    OrderStates states = running().build();

    assertThat(states.changedSince(OrderStatesFixture.AT)).isFalse();
    assertThat(states.changedSince(OrderStatesFixture.AT.minus(Duration.ofMillis(1)))).isTrue();
    assertThat(unknown().build().changedSince(OrderStatesFixture.AT)).isFalse();
  }

  @Test
  void describesTheStateOfEachSource() {
    assertThat(cancelled().with(order(PLACED)).build().describe())
        .containsEntry("order", "PLACED")
        .containsEntry("orchestrator", "CANCELLED (CUSTOMER_CANCELLED) #6")
        .containsEntry("process", "-")
        .containsEntry("payment", "CANCELLED, 0 held")
        .containsEntry("storeRequest", "CANCELLED")
        .containsEntry("view", "CANCELLED (CUSTOMER_CANCELLED) #6");
    assertThat(unknown().build().describe())
        .hasSize(7)
        .containsOnlyKeys(running().build().describe().keySet());
    assertThat(running().build().describe()).containsEntry("process", "running");
    assertThat(running().suspended().build().describe()).containsEntry("process", "suspended");
  }
}
