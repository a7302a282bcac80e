package io.baedal.delivery.store;

import static io.baedal.delivery.store.StoreRequestFixture.ORDER;
import static io.baedal.delivery.store.StoreRequestFixture.numbered;
import static io.baedal.delivery.store.StoreRequestStatus.ACCEPTED;
import static io.baedal.delivery.store.StoreRequestStatus.CANCELLED;
import static io.baedal.delivery.store.StoreRequestStatus.REJECTED;
import static io.baedal.delivery.store.StoreRequestStatus.REQUESTED;
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
class StoreRequestFlowIT {

  private static final int ROUNDS = 150;

  @Autowired private RequestStore requestStore;
  @Autowired private CancelStoreRequest cancelStoreRequest;
  @Autowired private AnswerStoreRequest answerStoreRequest;
  @Autowired private Books books;
  @Autowired private InTurn inTurn;

  private final UUID orderId = UUID.randomUUID();

  @Test
  void asksTheStoreOnceHoweverOftenItIsAsked() {
    assertThat(requestStore.request(orderId, ORDER).status()).isEqualTo(REQUESTED);
    assertThat(requestStore.request(orderId, ORDER).status()).isEqualTo(REQUESTED);
    assertThat(books.events(orderId)).containsExactly("store-requested");
  }

  @Test
  void remembersTheCancelOfARequestThatWasNeverMade() {
    assertThat(cancelStoreRequest.cancel(orderId).status()).isEqualTo(CANCELLED);
    assertThat(cancelStoreRequest.cancel(orderId).status()).isEqualTo(CANCELLED);
    assertThat(requestStore.request(orderId, ORDER).status()).isEqualTo(CANCELLED);
    assertThat(books.events(orderId)).isEmpty();
    assertThatExceptionOfType(UnknownOrder.class)
        .isThrownBy(() -> answerStoreRequest.accept(orderId));
    assertThatExceptionOfType(UnknownOrder.class)
        .isThrownBy(() -> answerStoreRequest.reject(orderId, "x"));
  }

  @Test
  void acceptsOnceHoweverOftenTheStoreAccepts() {
    requestStore.request(orderId, ORDER);

    StoreRequest first = answerStoreRequest.accept(orderId);
    StoreRequest second = answerStoreRequest.accept(orderId);

    assertThat(first.status()).isEqualTo(ACCEPTED);
    assertThat(second.status()).isEqualTo(ACCEPTED);
    assertThat(second.order()).isEqualTo(ORDER);
    assertThat(books.events(orderId)).containsExactly("store-requested", "store-accepted");
  }

  @Test
  void rejectsOnceAndKeepsTheFirstReason() {
    requestStore.request(orderId, ORDER);

    answerStoreRequest.reject(orderId, "sold out");
    StoreRequest second = answerStoreRequest.reject(orderId, "closed");

    assertThat(second.rejectionReason()).isEqualTo("sold out");
    assertThat(books.events(orderId)).containsExactly("store-requested", "store-rejected");
  }

  @Test
  void rejectsWithoutAReason() {
    requestStore.request(orderId, ORDER);

    answerStoreRequest.reject(orderId, null);
    StoreRequest second = answerStoreRequest.reject(orderId, "closed");

    assertThat(second.status()).isEqualTo(REJECTED);
    assertThat(second.rejectionReason()).isNull();
    assertThat(books.events(orderId)).containsExactly("store-requested", "store-rejected");
  }

  @Test
  void refusesAnAnswerThatContradictsAnEarlierOne() {
    requestStore.request(orderId, ORDER);
    answerStoreRequest.accept(orderId);
    assertThatExceptionOfType(WrongState.class)
        .isThrownBy(() -> answerStoreRequest.reject(orderId, "x"));

    cancelStoreRequest.cancel(orderId);
    assertThatExceptionOfType(WrongState.class)
        .isThrownBy(() -> answerStoreRequest.accept(orderId));
    assertThat(books.events(orderId))
        .containsExactly("store-requested", "store-accepted", "store-request-cancelled");
  }

  @Test
  void leavesARejectedRequestRejected() {
    requestStore.request(orderId, ORDER);
    answerStoreRequest.reject(orderId, "sold out");

    assertThat(cancelStoreRequest.cancel(orderId).status()).isEqualTo(REJECTED);
    assertThat(requestStore.request(orderId, ORDER).status()).isEqualTo(REJECTED);
    assertThat(books.events(orderId)).containsExactly("store-requested", "store-rejected");
  }

  @Test
  void cancelsOnceHoweverOftenItIsAsked() {
    requestStore.request(orderId, ORDER);

    assertThat(cancelStoreRequest.cancel(orderId).status()).isEqualTo(CANCELLED);
    assertThat(cancelStoreRequest.cancel(orderId).status()).isEqualTo(CANCELLED);
    assertThat(requestStore.request(orderId, ORDER).status()).isEqualTo(CANCELLED);
    assertThat(books.events(orderId)).containsExactly("store-requested", "store-request-cancelled");
  }

  @Test
  void aCancelConcurrentWithTheRequestUndoesIt() {
    var answers =
        inTurn.run(
            () -> requestStore.request(orderId, ORDER), () -> cancelStoreRequest.cancel(orderId));

    assertThat(answers).extracting(StoreRequest::status).containsExactly(REQUESTED, CANCELLED);
    assertThat(books.events(orderId)).containsExactly("store-requested", "store-request-cancelled");
  }

  @Test
  void aRequestConcurrentWithItsCancelDoesNothing() {
    var answers =
        inTurn.run(
            () -> cancelStoreRequest.cancel(orderId), () -> requestStore.request(orderId, ORDER));

    assertThat(answers).extracting(StoreRequest::status).containsOnly(CANCELLED);
    assertThat(books.events(orderId)).isEmpty();
  }

  @Test
  void aCancelConcurrentWithAnAcceptanceUndoesItToo() {
    requestStore.request(orderId, ORDER);

    var answers =
        inTurn.run(
            () -> answerStoreRequest.accept(orderId), () -> cancelStoreRequest.cancel(orderId));

    assertThat(answers).extracting(StoreRequest::status).containsExactly(ACCEPTED, CANCELLED);
    assertThat(books.events(orderId))
        .containsExactly("store-requested", "store-accepted", "store-request-cancelled");
  }

  @Test
  void aCancelConcurrentWithARejectionHasNothingToUndo() {
    requestStore.request(orderId, ORDER);

    var answers =
        inTurn.run(
            () -> answerStoreRequest.reject(orderId, "sold out"),
            () -> cancelStoreRequest.cancel(orderId));

    assertThat(answers).extracting(StoreRequest::status).containsOnly(REJECTED);
    assertThat(books.events(orderId)).containsExactly("store-requested", "store-rejected");
  }

  @Test
  void anAnswerConcurrentWithTheCancelIsRefused() {
    requestStore.request(orderId, ORDER);

    var done =
        inTurn.run(
            () -> wins(() -> cancelStoreRequest.cancel(orderId)),
            () -> wins(() -> answerStoreRequest.accept(orderId)));

    assertThat(done).containsExactly(true, false);
    assertThat(books.events(orderId)).containsExactly("store-requested", "store-request-cancelled");
  }

  @Test
  void asksTheStoreOnceWhenAskedTwiceAtOnce() throws Exception {
    try (var callers = new AtOnce()) {
      for (int round = 0; round < ROUNDS; round++) {
        UUID id = UUID.randomUUID();
        StoreOrder order = numbered(1_000_000 + round);

        var answers =
            callers.run(
                () -> requestStore.request(id, order), () -> requestStore.request(id, order));

        assertThat(answers).extracting(StoreRequest::status).containsOnly(REQUESTED);
        assertThat(books.events(id)).containsExactly("store-requested");
      }
    }
  }

  @Test
  void leavesNothingOpenHoweverRequestAndCancelInterleave() throws Exception {
    Set<StoreRequestStatus> seen = EnumSet.noneOf(StoreRequestStatus.class);
    try (var callers = new AtOnce()) {
      for (int round = 0; round < ROUNDS; round++) {
        UUID id = UUID.randomUUID();

        var answers =
            callers.run(() -> requestStore.request(id, ORDER), () -> cancelStoreRequest.cancel(id));

        StoreRequestStatus asked = answers.get(0).status();
        seen.add(asked);
        assertThat(answers.get(1).status()).isEqualTo(CANCELLED);
        assertThat(books.storeRequest(id)).isEqualTo("CANCELLED");
        assertThat(books.events(id))
            .isEqualTo(
                asked == REQUESTED
                    ? List.of("store-requested", "store-request-cancelled")
                    : List.of());
      }
    }
    assertThat(seen).as("both have won").containsExactly(REQUESTED, CANCELLED);
  }

  @Test
  void keepsOneAnswerWhenAcceptedAndRejectedAtOnce() throws Exception {
    try (var callers = new AtOnce()) {
      for (int round = 0; round < ROUNDS; round++) {
        UUID id = UUID.randomUUID();
        requestStore.request(id, ORDER);

        var won =
            callers.run(
                () -> wins(() -> answerStoreRequest.accept(id)),
                () -> wins(() -> answerStoreRequest.reject(id, "sold out")));

        assertThat(won).containsExactlyInAnyOrder(true, false);
        assertThat(books.events(id))
            .containsExactly("store-requested", won.get(0) ? "store-accepted" : "store-rejected");
      }
    }
  }

  private static boolean wins(Runnable answer) {
    try {
      answer.run();
      return true;
    } catch (WrongState overtaken) {
      return false;
    }
  }
}
