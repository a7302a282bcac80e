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

  /** Orders without a disagreement, however unusual. */
  static Stream<Arguments> right() {
    return Stream.of(
        right("nobody knows it", unknown()),
        right("it runs", running()),
        right("delivered", delivered()),
        right("cancelled", cancelled()),
        right("rejected", rejected()),
        right("cancelled before anything was asked", cancelled().unpaid().delivered(null, null)),
        right(
            "the store's own no",
            rejected().delivered(StoreRequest.REJECTED, null).paid(Status.CANCELLED, PRICE, PRICE)),
        right("money is being given back while the process runs", cancelling()),
        right(
            "a refund that was settled by hand",
            cancelled().paid(Status.CANCELLING, PRICE, 0).settled(Step.CANCEL_PAYMENT)),
        right(
            "a store that was called by hand",
            cancelled().delivered(StoreRequest.ACCEPTED, null).settled(Step.CANCEL_STORE_REQUEST)),
        right(
            "a courier who was called back by hand",
            cancelled()
                .delivered(StoreRequest.CANCELLED, Courier.STARTED)
                .settled(Step.RECALL_DELIVERY)),
        right(
            "an operator holds it, and the store has answered",
            running().delivered(StoreRequest.ACCEPTED, null).suspended()),
        right(
            "an operator holds it, and the customer wants to cancel",
            running().with(order(CANCELLATION_REQUESTED)).suspended()),
        right(
            "the store has answered and the process works on it",
            running().delivered(StoreRequest.ACCEPTED, null).awaiting("CancelOrder")),
        right(
            "a payment that was undone before it was asked for",
            unknown().paid(Status.CANCELLED, 0, 0)),
        right("cancelled by an operator who is on record", cancelledByOperator(true)),
        right(
            "a request to cancel that both say was granted",
            cancelled().answered(Cancellation.CANCELLED, Cancellation.CANCELLED)),
        right(
            "an undo that nobody else knows of",
            unknown().delivered(StoreRequest.CANCELLED, Courier.CANCELLED)));
  }

  private static OrderStatesFixture cancelling() {
    return running()
        .becoming(CANCELLATION_REQUESTED)
        .with(order(CANCELLATION_REQUESTED))
        .paid(Status.CANCELLING, PRICE, 0)
        .shown(CANCELLATION_REQUESTED, 3);
  }

  private static Arguments right(String what, OrderStatesFixture states) {
    return arguments(what, states);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("right")
  void findsNothingWhere(String what, OrderStatesFixture states) {
    assertThat(Rules.broken(states.sides())).isEmpty();
  }

  /** Orders with exactly the given kinds of disagreement. */
  static Stream<Arguments> wrong() {
    return Stream.of(
        // money
        wrong(
            "a payment that nobody knows the order of",
            unknown().paid(Status.APPROVED, PRICE, 0),
            Kind.PAYMENT_WITHOUT_ORDER),
        wrong(
            "the provider was asked, for nobody",
            unknown().paid(Status.REQUESTED, 0, 0),
            Kind.PAYMENT_WITHOUT_ORDER),
        wrong(
            "cancelled, and paid", cancelled().paid(Status.APPROVED, PRICE, 0), Kind.NOT_REFUNDED),
        wrong(
            "cancelled, and the refund does not end",
            cancelled().paid(Status.CANCELLING, PRICE, 0),
            Kind.NOT_REFUNDED),
        wrong(
            "rejected, and the provider may have taken the money",
            rejected().paid(Status.REQUESTED, 0, 0),
            Kind.NOT_REFUNDED),
        wrong(
            "another step was settled by hand",
            cancelled().paid(Status.CANCELLING, PRICE, 0).settled(Step.RECALL_DELIVERY),
            Kind.NOT_REFUNDED),
        wrong("delivered, never paid", delivered().unpaid(), Kind.DELIVERED_UNPAID),
        wrong(
            "delivered, and declined",
            delivered().paid(Status.DECLINED, 0, 0),
            Kind.DELIVERED_UNPAID),
        wrong(
            "delivered, and refunded",
            delivered().paid(Status.CANCELLED, PRICE, PRICE),
            Kind.DELIVERED_UNPAID),
        wrong(
            "delivered, at another price",
            delivered().paid(Status.APPROVED, PRICE - 1, 0),
            Kind.DELIVERED_UNPAID),
        // stores and couriers
        wrong(
            "the store prepares a cancelled order",
            cancelled().delivered(StoreRequest.ACCEPTED, null),
            Kind.STORE_REQUEST_OPEN),
        wrong(
            "the store is asked for a rejected order",
            rejected().delivered(StoreRequest.REQUESTED, null),
            Kind.STORE_REQUEST_OPEN),
        wrong(
            "the store is still asked for a delivered order",
            delivered().delivered(StoreRequest.REQUESTED, Courier.COMPLETED),
            Kind.STORE_REQUEST_OPEN),
        wrong(
            "delivered, and no store was asked",
            delivered().delivered(null, Courier.COMPLETED),
            Kind.STORE_REQUEST_OPEN),
        wrong(
            "delivered, and the store had said no",
            delivered().delivered(StoreRequest.REJECTED, Courier.COMPLETED),
            Kind.STORE_REQUEST_OPEN),
        wrong(
            "the store prepares what nobody ordered",
            unknown().delivered(StoreRequest.ACCEPTED, null),
            Kind.STORE_REQUEST_OPEN),
        wrong(
            "a courier brings a cancelled order",
            cancelled().delivered(StoreRequest.CANCELLED, Courier.STARTED),
            Kind.DELIVERY_OPEN),
        wrong(
            "a courier has brought a rejected order",
            rejected().delivered(null, Courier.COMPLETED),
            Kind.DELIVERY_OPEN),
        wrong(
            "delivered, and still with the courier",
            delivered().delivered(StoreRequest.ACCEPTED, Courier.PICKED_UP),
            Kind.DELIVERY_OPEN),
        wrong(
            "delivered without a courier",
            delivered().delivered(StoreRequest.ACCEPTED, null),
            Kind.DELIVERY_OPEN),
        wrong(
            "a courier brings what nobody ordered",
            unknown().delivered(null, Courier.PICKED_UP),
            Kind.DELIVERY_OPEN),
        // the process
        wrong(
            "placed, and never begun",
            unknown().with(order(PLACED)).shown(PLACED, 0),
            Kind.ORDER_NOT_STARTED),
        wrong(
            "its process was deleted before it was paid",
            running().withoutProcess().unpaid(),
            Kind.PROCESS_MISSING),
        wrong(
            "its process was deleted after it was paid",
            running().withoutProcess(),
            Kind.PROCESS_MISSING,
            Kind.PAYMENT_WITHOUT_ORDER),
        // ends
        wrong("open at order", delivered().with(order(PLACED)), Kind.END_DIFFERS),
        wrong("ended otherwise at order", cancelled().with(order(REJECTED)), Kind.END_DIFFERS),
        wrong(
            "ended at order for another reason",
            rejected().with(order(REJECTED)),
            Kind.END_DIFFERS),
        wrong("unknown to order", delivered().unknownToOrder(), Kind.END_DIFFERS),
        wrong("ended at order only", running().with(order(DELIVERED)), Kind.END_DIFFERS),
        wrong(
            "known to order only, which says it was delivered",
            delivered().unknownToTheOrchestrator(),
            Kind.END_DIFFERS),
        // events
        wrong(
            "the store has accepted",
            running().delivered(StoreRequest.ACCEPTED, null),
            Kind.EVENT_LOST),
        wrong(
            "the store has rejected",
            running().delivered(StoreRequest.REJECTED, null),
            Kind.EVENT_LOST),
        wrong(
            "the courier has picked up",
            underway(Courier.PICKED_UP, "DeliveryPickedUp"),
            Kind.EVENT_LOST),
        wrong(
            "the courier has done all",
            underway(Courier.COMPLETED, "DeliveryPickedUp"),
            Kind.EVENT_LOST),
        wrong(
            "the customer has it",
            underway(Courier.COMPLETED, "DeliveryCompleted"),
            Kind.EVENT_LOST),
        wrong(
            "the customer waits for an answer",
            running().with(order(CANCELLATION_REQUESTED)),
            Kind.CANCELLATION_UNANSWERED),
        wrong(
            "refused at order, and cancelled",
            cancelled().answered(Cancellation.REFUSED, Cancellation.CANCELLED),
            Kind.CANCELLATION_DIFFERS),
        wrong(
            "a request that the view does not know",
            running().answered(Cancellation.PENDING, null),
            Kind.CANCELLATION_DIFFERS),
        // what operators did
        wrong("cancelled in Cockpit", cancelledByOperator(false), Kind.ACT_NOT_RECORDED),
        wrong(
            "a refund that was settled in Cockpit",
            cancelled().paid(Status.APPROVED, PRICE, 0),
            Kind.NOT_REFUNDED),
        // the view
        wrong("the view is behind", delivered().shown(PICKED_UP, 6), Kind.VIEW_DIFFERS),
        wrong("the view says otherwise", delivered().shown(CANCELLED, 7), Kind.VIEW_DIFFERS),
        wrong("the view gives another reason", cancelled().shown(CANCELLED, 6), Kind.VIEW_DIFFERS),
        wrong("the view knows nothing", running().shown(null, 0), Kind.VIEW_DIFFERS),
        wrong(
            "nobody but order knows it",
            unknown().with(order(PLACED)),
            Kind.ORDER_NOT_STARTED,
            Kind.VIEW_DIFFERS));
  }

  private static OrderStatesFixture underway(Courier courier, String awaited) {
    return running()
        .becoming(DELIVERY_STARTED)
        .shown(DELIVERY_STARTED, 3)
        .delivered(StoreRequest.ACCEPTED, courier)
        .awaiting(awaited, "CancelOrder");
  }

  private static Arguments wrong(String what, OrderStatesFixture states, Kind... kinds) {
    return arguments(what, states, EnumSet.copyOf(List.of(kinds)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void findsWhere(String what, OrderStatesFixture states, EnumSet<Kind> kinds) {
    assertThat(Rules.broken(states.sides())).isEqualTo(kinds);
  }

  @Test
  void everyKindIsFoundInSomeExample() {
    EnumSet<Kind> found = EnumSet.noneOf(Kind.class);
    wrong().forEach(example -> found.addAll((EnumSet<Kind>) example.get()[2]));

    assertThat(found).isEqualTo(EnumSet.allOf(Kind.class));
  }

  @Test
  void anOrderIsNotComparedWhileAnySourceIsNew() {
    OrderStates states = running().sides();

    assertThat(states.changedSince(OrderStatesFixture.AT)).isFalse();
    assertThat(states.changedSince(OrderStatesFixture.AT.minus(Duration.ofMillis(1)))).isTrue();
    assertThat(unknown().sides().changedSince(OrderStatesFixture.AT)).isFalse();
  }

  @Test
  void theStateOfEachSourceIsDescribedInWords() {
    assertThat(cancelled().with(order(PLACED)).sides().said())
        .containsEntry("order", "PLACED")
        .containsEntry("orchestrator", "CANCELLED (CUSTOMER_CANCELLED) #6")
        .containsEntry("process", "-")
        .containsEntry("payment", "CANCELLED, 0 held")
        .containsEntry("storeRequest", "CANCELLED")
        .containsEntry("view", "CANCELLED (CUSTOMER_CANCELLED) #6");
    assertThat(unknown().sides().said())
        .hasSize(7)
        .containsOnlyKeys(running().sides().said().keySet());
    assertThat(running().sides().said()).containsEntry("process", "running");
    assertThat(running().suspended().sides().said()).containsEntry("process", "suspended");
  }
}
