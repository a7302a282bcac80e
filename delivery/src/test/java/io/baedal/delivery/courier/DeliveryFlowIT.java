package io.baedal.delivery.courier;

import static io.baedal.delivery.courier.DeliveryFixture.ROUTE;
import static io.baedal.delivery.courier.DeliveryFixture.numbered;
import static io.baedal.delivery.courier.DeliveryStatus.CANCELLED;
import static io.baedal.delivery.courier.DeliveryStatus.COMPLETED;
import static io.baedal.delivery.courier.DeliveryStatus.PICKED_UP;
import static io.baedal.delivery.courier.DeliveryStatus.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baedal.delivery.AtOnce;
import io.baedal.delivery.Books;
import io.baedal.delivery.InTurn;
import io.baedal.delivery.OnRealDatabase;
import io.baedal.delivery.refusal.UnknownOrder;
import io.baedal.delivery.refusal.WrongState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnRealDatabase
class DeliveryFlowIT {

  private static final int ROUNDS = 200;

  @Autowired private StartDelivery startDelivery;
  @Autowired private RecallDelivery recallDelivery;
  @Autowired private AdvanceDelivery advanceDelivery;
  @Autowired private Books books;
  @Autowired private InTurn inTurn;

  private final UUID orderId = UUID.randomUUID();

  @Test
  void startsOnceHoweverOftenItIsRequested() {
    assertThat(startDelivery.start(orderId, ROUTE).status()).isEqualTo(STARTED);
    assertThat(startDelivery.start(orderId, ROUTE).status()).isEqualTo(STARTED);
    assertThat(books.events(orderId)).containsExactly("started");
  }

  @Test
  void remembersTheRecallOfADeliveryThatNeverStarted() {
    assertThat(recallDelivery.recall(orderId).status()).isEqualTo(CANCELLED);
    assertThat(startDelivery.start(orderId, ROUTE).status()).isEqualTo(CANCELLED);
    assertThat(books.events(orderId)).isEmpty();
    assertThatExceptionOfType(UnknownOrder.class).isThrownBy(() -> advanceDelivery.pickUp(orderId));
    assertThatExceptionOfType(UnknownOrder.class)
        .isThrownBy(() -> advanceDelivery.complete(orderId));
  }

  @Test
  void completesOnceHoweverOftenTheCourierReportsIt() {
    startDelivery.start(orderId, ROUTE);

    assertThat(advanceDelivery.pickUp(orderId).status()).isEqualTo(PICKED_UP);
    assertThat(advanceDelivery.pickUp(orderId).status()).isEqualTo(PICKED_UP);
    assertThat(advanceDelivery.complete(orderId).status()).isEqualTo(COMPLETED);
    assertThat(advanceDelivery.complete(orderId).status()).isEqualTo(COMPLETED);
    assertThat(advanceDelivery.pickUp(orderId).status()).isEqualTo(COMPLETED);
    assertThat(books.events(orderId)).containsExactly("started", "picked-up", "completed");
  }

  @Test
  void refusesCompletionBeforePickUp() {
    startDelivery.start(orderId, ROUTE);

    assertThatExceptionOfType(WrongState.class).isThrownBy(() -> advanceDelivery.complete(orderId));
    assertThat(books.delivery(orderId)).isEqualTo("STARTED");
  }

  @Test
  void refusesThePickUpOfARecalledDelivery() {
    startDelivery.start(orderId, ROUTE);
    recallDelivery.recall(orderId);

    assertThatExceptionOfType(WrongState.class).isThrownBy(() -> advanceDelivery.pickUp(orderId));
    assertThat(books.events(orderId)).containsExactly("started", "cancelled");
  }

  @Test
  void cannotRecallACourierWhoWasFaster() {
    startDelivery.start(orderId, ROUTE);
    advanceDelivery.pickUp(orderId);
    assertThat(recallDelivery.recall(orderId).status()).isEqualTo(PICKED_UP);

    advanceDelivery.complete(orderId);
    assertThat(recallDelivery.recall(orderId).status()).isEqualTo(COMPLETED);
    assertThat(books.events(orderId)).containsExactly("started", "picked-up", "completed");
  }

  @Test
  void aRecallConcurrentWithTheStartUndoesIt() {
    var answers =
        inTurn.run(() -> startDelivery.start(orderId, ROUTE), () -> recallDelivery.recall(orderId));

    assertThat(answers).extracting(Delivery::status).containsExactly(STARTED, CANCELLED);
    assertThat(books.events(orderId)).containsExactly("started", "cancelled");
  }

  @Test
  void aStartConcurrentWithItsRecallDoesNothing() {
    var answers =
        inTurn.run(() -> recallDelivery.recall(orderId), () -> startDelivery.start(orderId, ROUTE));

    assertThat(answers).extracting(Delivery::status).containsOnly(CANCELLED);
    assertThat(books.events(orderId)).isEmpty();
  }

  @Test
  void aRecallConcurrentWithThePickUpIsTooLate() {
    startDelivery.start(orderId, ROUTE);

    var answers =
        inTurn.run(() -> pickedUp(orderId), () -> recallDelivery.recall(orderId).status());

    assertThat(answers).containsOnly(PICKED_UP);
    assertThat(books.delivery(orderId)).isEqualTo("PICKED_UP");
    assertThat(books.events(orderId)).containsExactly("started", "picked-up");
  }

  @Test
  void aPickUpConcurrentWithTheRecallIsRefused() {
    startDelivery.start(orderId, ROUTE);

    var answers =
        inTurn.run(() -> recallDelivery.recall(orderId).status(), () -> pickedUp(orderId));

    assertThat(answers).containsOnly(CANCELLED);
    assertThat(books.delivery(orderId)).isEqualTo("CANCELLED");
    assertThat(books.events(orderId)).containsExactly("started", "cancelled");
  }

  @Test
  void startsOnceWhenRequestedTwiceAtOnce() throws Exception {
    try (var callers = new AtOnce()) {
      for (int round = 0; round < ROUNDS; round++) {
        UUID id = UUID.randomUUID();
        Route route = numbered(1_000_000 + round);

        callers.run(() -> startDelivery.start(id, route), () -> startDelivery.start(id, route));

        assertThat(books.events(id)).containsExactly("started");
      }
    }
  }

  @Test
  void leavesNothingOpenHoweverStartAndRecallInterleave() throws Exception {
    try (var callers = new AtOnce()) {
      for (int round = 0; round < ROUNDS; round++) {
        UUID id = UUID.randomUUID();

        var answers =
            callers.run(() -> startDelivery.start(id, ROUTE), () -> recallDelivery.recall(id));

        assertThat(answers.get(1).status()).isEqualTo(CANCELLED);
        assertThat(books.delivery(id)).isEqualTo("CANCELLED");
        assertThat(books.events(id))
            .isEqualTo(
                answers.get(0).status() == STARTED ? List.of("started", "cancelled") : List.of());
      }
    }
  }

  @Test
  void letsEitherThePickUpOrTheRecallWin() throws Exception {
    Set<DeliveryStatus> seen = EnumSet.noneOf(DeliveryStatus.class);
    try (var callers = new AtOnce()) {
      for (int round = 0; round < ROUNDS; round++) {
        UUID id = UUID.randomUUID();
        startDelivery.start(id, ROUTE);

        var answers = callers.run(() -> pickedUp(id), () -> recallDelivery.recall(id).status());

        DeliveryStatus recalled = answers.get(1);
        seen.add(recalled);
        assertThat(recalled).isIn(PICKED_UP, CANCELLED);
        assertThat(answers.get(0)).as("both are told the same").isEqualTo(recalled);
        assertThat(books.delivery(id)).isEqualTo(recalled.name());
        assertThat(books.events(id))
            .containsExactly("started", recalled == PICKED_UP ? "picked-up" : "cancelled");
      }
    }
    assertThat(seen).as("both have won").containsExactlyInAnyOrder(PICKED_UP, CANCELLED);
  }

  private DeliveryStatus pickedUp(UUID id) {
    try {
      return advanceDelivery.pickUp(id).status();
    } catch (WrongState recalled) {
      return DeliveryStatus.valueOf(recalled.current());
    }
  }
}
