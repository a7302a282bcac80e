package io.baedal.delivery.courier;

import static io.baedal.delivery.courier.DeliveryFixture.ROUTE;
import static io.baedal.delivery.courier.DeliveryFixture.numbered;
import static io.baedal.delivery.courier.DeliveryStatus.CANCELLED;
import static io.baedal.delivery.courier.DeliveryStatus.COMPLETED;
import static io.baedal.delivery.courier.DeliveryStatus.PICKED_UP;
import static io.baedal.delivery.courier.DeliveryStatus.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baedal.delivery.Books;
import io.baedal.delivery.InTurn;
import io.baedal.delivery.OnRealDatabase;
import io.baedal.delivery.refusal.UnknownOrder;
import io.baedal.delivery.refusal.WrongState;
import io.baedal.messaging.test.AtOnce;
import io.baedal.web.access.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnRealDatabase
class DeliveryFlowIT {

  private static final int ROUNDS = 200;

  @Autowired private ChangeDelivery changeDelivery;
  @Autowired private Books books;
  @Autowired private InTurn inTurn;

  private final UUID orderId = UUID.randomUUID();

  @Test
  void startsOnceForRepeatedRequests() {
    assertThat(changeDelivery.start(orderId, ROUTE).status()).isEqualTo(STARTED);
    assertThat(changeDelivery.start(orderId, ROUTE).status()).isEqualTo(STARTED);
    assertThat(books.events(orderId)).containsExactly("started");
  }

  @Test
  void storesTheRecallOfAnUnstartedDelivery() {
    assertThat(changeDelivery.recall(orderId).status()).isEqualTo(CANCELLED);
    assertThat(changeDelivery.start(orderId, ROUTE).status()).isEqualTo(CANCELLED);
    assertThat(books.events(orderId)).isEmpty();
    assertThatExceptionOfType(UnknownOrder.class)
        .isThrownBy(() -> changeDelivery.pickUp(orderId, Scope.ALL));
    assertThatExceptionOfType(UnknownOrder.class)
        .isThrownBy(() -> changeDelivery.complete(orderId, Scope.ALL));
  }

  @Test
  void completesOnceForRepeatedReports() {
    changeDelivery.start(orderId, ROUTE);

    assertThat(changeDelivery.pickUp(orderId, Scope.ALL).status()).isEqualTo(PICKED_UP);
    assertThat(changeDelivery.pickUp(orderId, Scope.ALL).status()).isEqualTo(PICKED_UP);
    assertThat(changeDelivery.complete(orderId, Scope.ALL).status()).isEqualTo(COMPLETED);
    assertThat(changeDelivery.complete(orderId, Scope.ALL).status()).isEqualTo(COMPLETED);
    assertThat(changeDelivery.pickUp(orderId, Scope.ALL).status()).isEqualTo(COMPLETED);
    assertThat(books.events(orderId)).containsExactly("started", "picked-up", "completed");
  }

  @Test
  void refusesCompletionBeforePickUp() {
    changeDelivery.start(orderId, ROUTE);

    assertThatExceptionOfType(WrongState.class)
        .isThrownBy(() -> changeDelivery.complete(orderId, Scope.ALL));
    assertThat(books.delivery(orderId)).isEqualTo("STARTED");
  }

  @Test
  void refusesThePickUpOfARecalledDelivery() {
    changeDelivery.start(orderId, ROUTE);
    changeDelivery.recall(orderId);

    assertThatExceptionOfType(WrongState.class)
        .isThrownBy(() -> changeDelivery.pickUp(orderId, Scope.ALL));
    assertThat(books.events(orderId)).containsExactly("started", "cancelled");
  }

  @Test
  void cannotRecallAfterPickUp() {
    changeDelivery.start(orderId, ROUTE);
    changeDelivery.pickUp(orderId, Scope.ALL);
    assertThat(changeDelivery.recall(orderId).status()).isEqualTo(PICKED_UP);

    changeDelivery.complete(orderId, Scope.ALL);
    assertThat(changeDelivery.recall(orderId).status()).isEqualTo(COMPLETED);
    assertThat(books.events(orderId)).containsExactly("started", "picked-up", "completed");
  }

  @Test
  void aRecallDuringTheStartCancelsIt() {
    var answers =
        inTurn.run(
            () -> changeDelivery.start(orderId, ROUTE), () -> changeDelivery.recall(orderId));

    assertThat(answers).extracting(Delivery::status).containsExactly(STARTED, CANCELLED);
    assertThat(books.events(orderId)).containsExactly("started", "cancelled");
  }

  @Test
  void aStartDuringTheRecallDoesNothing() {
    var answers =
        inTurn.run(
            () -> changeDelivery.recall(orderId), () -> changeDelivery.start(orderId, ROUTE));

    assertThat(answers).extracting(Delivery::status).containsOnly(CANCELLED);
    assertThat(books.events(orderId)).isEmpty();
  }

  @Test
  void aRecallDuringThePickUpIsTooLate() {
    changeDelivery.start(orderId, ROUTE);

    var answers =
        inTurn.run(() -> pickedUp(orderId), () -> changeDelivery.recall(orderId).status());

    assertThat(answers).containsOnly(PICKED_UP);
    assertThat(books.delivery(orderId)).isEqualTo("PICKED_UP");
    assertThat(books.events(orderId)).containsExactly("started", "picked-up");
  }

  @Test
  void aPickUpDuringTheRecallIsRefused() {
    changeDelivery.start(orderId, ROUTE);

    var answers =
        inTurn.run(() -> changeDelivery.recall(orderId).status(), () -> pickedUp(orderId));

    assertThat(answers).containsOnly(CANCELLED);
    assertThat(books.delivery(orderId)).isEqualTo("CANCELLED");
    assertThat(books.events(orderId)).containsExactly("started", "cancelled");
  }

  @Test
  void startsOnceForConcurrentRequests() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID id = UUID.randomUUID();
      Route route = numbered(1_000_000 + round);

      AtOnce.run(() -> changeDelivery.start(id, route), () -> changeDelivery.start(id, route));

      assertThat(books.events(id)).containsExactly("started");
    }
  }

  @Test
  void concurrentStartAndRecallEndCancelled() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID id = UUID.randomUUID();

      var answers =
          AtOnce.run(() -> changeDelivery.start(id, ROUTE), () -> changeDelivery.recall(id));

      assertThat(answers.get(1).status()).isEqualTo(CANCELLED);
      assertThat(books.delivery(id)).isEqualTo("CANCELLED");
      assertThat(books.events(id))
          .isEqualTo(
              answers.get(0).status() == STARTED ? List.of("started", "cancelled") : List.of());
    }
  }

  @Test
  void concurrentPickUpAndRecallHaveOneOutcome() throws Exception {
    Set<DeliveryStatus> seen = EnumSet.noneOf(DeliveryStatus.class);
    for (int round = 0; round < ROUNDS; round++) {
      UUID id = UUID.randomUUID();
      changeDelivery.start(id, ROUTE);

      var answers = AtOnce.run(() -> pickedUp(id), () -> changeDelivery.recall(id).status());

      DeliveryStatus recalled = answers.get(1);
      seen.add(recalled);
      assertThat(recalled).isIn(PICKED_UP, CANCELLED);
      assertThat(answers.get(0)).as("both callers get the same status").isEqualTo(recalled);
      assertThat(books.delivery(id)).isEqualTo(recalled.name());
      assertThat(books.events(id))
          .containsExactly("started", recalled == PICKED_UP ? "picked-up" : "cancelled");
    }
    assertThat(seen).as("both outcomes").containsExactlyInAnyOrder(PICKED_UP, CANCELLED);
  }

  private DeliveryStatus pickedUp(UUID id) {
    try {
      return changeDelivery.pickUp(id, Scope.ALL).status();
    } catch (WrongState recalled) {
      return DeliveryStatus.valueOf(recalled.current());
    }
  }
}
