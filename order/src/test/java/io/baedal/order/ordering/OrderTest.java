package io.baedal.order.ordering;

import static io.baedal.order.ordering.CustomerStatus.CANCELLATION_REQUESTED;
import static io.baedal.order.ordering.CustomerStatus.CANCELLED;
import static io.baedal.order.ordering.CustomerStatus.DELIVERED;
import static io.baedal.order.ordering.CustomerStatus.PLACED;
import static io.baedal.order.ordering.CustomerStatus.REJECTED;
import static io.baedal.order.ordering.OrderFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedal.messaging.event.OrderCancellationRefused.Reason;
import io.baedal.messaging.event.ReasonCode;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {

  @Test
  void allowsTheseTransitionsAndNoOthers() {
    for (CustomerStatus from : CustomerStatus.values()) {
      Set<CustomerStatus> allowed =
          switch (from) {
            case PLACED -> Set.of(CANCELLATION_REQUESTED, DELIVERED, CANCELLED, REJECTED);
            case CANCELLATION_REQUESTED -> Set.of(PLACED, DELIVERED, CANCELLED, REJECTED);
            // after a restore or an edit of the database, the process decides
            case DELIVERED -> Set.of(CANCELLED, REJECTED);
            case CANCELLED -> Set.of(DELIVERED, REJECTED);
            case REJECTED -> Set.of(DELIVERED, CANCELLED);
          };
      for (CustomerStatus to : CustomerStatus.values()) {
        assertThat(from.allows(to)).as("%s to %s", from, to).isEqualTo(allowed.contains(to));
      }
      assertThat(from.ended()).isEqualTo(from.compareTo(CANCELLATION_REQUESTED) > 0);
    }
  }

  @Test
  void requestsTheCancellationOnce() {
    Order requested = OrderFixture.placed().requestCancellation("ordered twice", NOON);

    assertThat(requested.status()).isEqualTo(CANCELLATION_REQUESTED);
    assertThat(requested.cancellation())
        .isEqualTo(new Cancellation(NOON, "ordered twice", Cancellation.Outcome.PENDING, null));
    assertThat(requested.requestCancellation("again", NOON.plusSeconds(1))).isSameAs(requested);
  }

  @ParameterizedTest
  @EnumSource(names = {"DELIVERED", "CANCELLED", "REJECTED"})
  void refusesToCancelAnEndedOrder(CustomerStatus ended) {
    assertThatThrownBy(() -> OrderFixture.in(ended).requestCancellation(null, NOON))
        .isInstanceOfSatisfying(
            RuleBroken.class, e -> assertThat(e.rule()).isEqualTo(RuleBroken.Rule.ORDER_ENDED))
        .hasMessageContaining(ended.name());
  }

  @Test
  void refusesAnotherRequestToCancelAfterARefusal() {
    Order refused = OrderFixture.refused();

    assertThat(refused.status()).isEqualTo(PLACED);
    assertThat(refused.cancellation())
        .isEqualTo(
            new Cancellation(NOON, "too late", Cancellation.Outcome.REFUSED, Reason.PICKED_UP));
    assertThatThrownBy(() -> refused.requestCancellation(null, NOON))
        .isInstanceOfSatisfying(
            RuleBroken.class,
            e -> assertThat(e.rule()).isEqualTo(RuleBroken.Rule.CANCELLATION_REFUSED))
        .hasMessageContaining("PICKED_UP");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CANCELLATION_REQUESTED")
  void ignoresARefusalWithoutAPendingRequest(CustomerStatus status) {
    Order order = OrderFixture.in(status);
    assertThat(order.refuseCancellation(Reason.PICKED_UP)).isSameAs(order);
  }

  @ParameterizedTest
  @EnumSource
  void closesInAnyStatus(OrderOutcome outcome) {
    for (CustomerStatus from : CustomerStatus.values()) {
      Order order = OrderFixture.in(from);
      Order closed = order.close(outcome, ReasonCode.STORE_TIMEOUT, "why", NOON);
      assertThat(closed.status()).isEqualTo(outcome.status());
      assertThat(closed.closedAt()).isNotNull();
      assertThat(closed.reason())
          .isEqualTo(outcome == OrderOutcome.DELIVERED ? null : ReasonCode.STORE_TIMEOUT);
      assertThat(closed.reasonComment())
          .isEqualTo(outcome == OrderOutcome.DELIVERED ? null : "why");
      assertThat(closed.close(outcome, ReasonCode.STORE_TIMEOUT, "why", NOON)).isSameAs(closed);
    }
  }

  @Test
  void closingAnswersAPendingRequest() {
    Order pending = OrderFixture.in(CANCELLATION_REQUESTED);

    assertThat(outcomeAfter(pending, OrderOutcome.CANCELLED))
        .isEqualTo(new Cancellation(NOON, "too late", Cancellation.Outcome.CANCELLED, null));
    assertThat(outcomeAfter(pending, OrderOutcome.DELIVERED))
        .isEqualTo(
            new Cancellation(
                NOON, "too late", Cancellation.Outcome.REFUSED, Reason.ALREADY_DELIVERED));
    assertThat(outcomeAfter(pending, OrderOutcome.REJECTED))
        .isEqualTo(
            new Cancellation(
                NOON, "too late", Cancellation.Outcome.REFUSED, Reason.ALREADY_REJECTED));
  }

  @Test
  void keepsTheFirstRefusalWhenTheRequestIsRefusedAgain() {
    Order refused = OrderFixture.refused();
    Order delivered = refused.close(OrderOutcome.DELIVERED, null, null, NOON);

    assertThat(refused.refuseCancellation(Reason.ALREADY_DELIVERED)).isEqualTo(refused);
    assertThat(delivered.refuseCancellation(Reason.ALREADY_DELIVERED)).isEqualTo(delivered);
  }

  @Test
  void correctsTheAnswerWithTheOutcome() {
    Order cancelled =
        OrderFixture.in(CANCELLATION_REQUESTED).close(OrderOutcome.CANCELLED, null, null, NOON);

    assertThat(outcomeAfter(cancelled, OrderOutcome.DELIVERED))
        .isEqualTo(
            new Cancellation(
                NOON, "too late", Cancellation.Outcome.REFUSED, Reason.ALREADY_DELIVERED));
  }

  @Test
  void closingKeepsARefusal() {
    Order refused = OrderFixture.refused();
    assertThat(outcomeAfter(refused, OrderOutcome.DELIVERED)).isEqualTo(refused.cancellation());
    assertThat(outcomeAfter(refused, OrderOutcome.REJECTED)).isEqualTo(refused.cancellation());
  }

  /** As in the order view, in any sequence of the two events. */
  @Test
  void cancellingGrantsARefusedRequest() {
    Order pending = OrderFixture.in(CANCELLATION_REQUESTED);
    Order refusedFirst =
        pending
            .refuseCancellation(Reason.ALREADY_REJECTED)
            .close(OrderOutcome.CANCELLED, ReasonCode.OPERATOR_CANCELLED, null, NOON);
    Order closedFirst =
        pending
            .close(OrderOutcome.CANCELLED, ReasonCode.OPERATOR_CANCELLED, null, NOON)
            .refuseCancellation(Reason.ALREADY_REJECTED);

    assertThat(refusedFirst).isEqualTo(closedFirst);
    assertThat(refusedFirst.cancellation())
        .isEqualTo(new Cancellation(NOON, "too late", Cancellation.Outcome.CANCELLED, null));
  }

  @ParameterizedTest
  @EnumSource
  void returnsItsFirstState(CustomerStatus status) {
    Order order = OrderFixture.in(status);
    assertThat(order.asPlaced())
        .isEqualTo(
            new Order(order.id(), 13, order.content(), NOON, PLACED, null, null, null, null));
  }

  private static Cancellation outcomeAfter(Order order, OrderOutcome outcome) {
    return order.close(outcome, null, null, NOON).cancellation();
  }
}
