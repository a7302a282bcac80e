package io.baedal.delivery.store;

import static io.baedal.delivery.store.StoreRequestFixture.ORDER;
import static io.baedal.delivery.store.StoreRequestFixture.numbered;
import static io.baedal.delivery.store.StoreRequestStatus.ACCEPTED;
import static io.baedal.delivery.store.StoreRequestStatus.CANCELLED;
import static io.baedal.delivery.store.StoreRequestStatus.REJECTED;
import static io.baedal.delivery.store.StoreRequestStatus.REQUESTED;
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
class StoreRequestFlowIT {

  private static final int ROUNDS = 150;

  @Autowired private ChangeStoreRequest changeStoreRequest;
  @Autowired private Books books;
  @Autowired private InTurn inTurn;

  private final UUID orderId = UUID.randomUUID();

  @Test
  void requestsOnceForRepeatedRequests() {
    assertThat(changeStoreRequest.request(orderId, ORDER).status()).isEqualTo(REQUESTED);
    assertThat(changeStoreRequest.request(orderId, ORDER).status()).isEqualTo(REQUESTED);
    assertThat(books.events(orderId)).containsExactly("store-requested");
  }

  @Test
  void storesTheCancellationOfAnUnmadeRequest() {
    assertThat(changeStoreRequest.cancel(orderId).status()).isEqualTo(CANCELLED);
    assertThat(changeStoreRequest.cancel(orderId).status()).isEqualTo(CANCELLED);
    assertThat(changeStoreRequest.request(orderId, ORDER).status()).isEqualTo(CANCELLED);
    assertThat(books.events(orderId)).isEmpty();
    assertThatExceptionOfType(UnknownOrder.class)
        .isThrownBy(() -> changeStoreRequest.accept(orderId, Scope.ALL));
    assertThatExceptionOfType(UnknownOrder.class)
        .isThrownBy(() -> changeStoreRequest.reject(orderId, "x", Scope.ALL));
  }

  @Test
  void acceptsOnceForRepeatedAnswers() {
    changeStoreRequest.request(orderId, ORDER);

    StoreRequest first = changeStoreRequest.accept(orderId, Scope.ALL);
    StoreRequest second = changeStoreRequest.accept(orderId, Scope.ALL);

    assertThat(first.status()).isEqualTo(ACCEPTED);
    assertThat(second.status()).isEqualTo(ACCEPTED);
    assertThat(second.order()).isEqualTo(ORDER);
    assertThat(books.events(orderId)).containsExactly("store-requested", "store-accepted");
  }

  @Test
  void rejectsOnceAndKeepsTheFirstReason() {
    changeStoreRequest.request(orderId, ORDER);

    changeStoreRequest.reject(orderId, "sold out", Scope.ALL);
    StoreRequest second = changeStoreRequest.reject(orderId, "closed", Scope.ALL);

    assertThat(second.rejectionReason()).isEqualTo("sold out");
    assertThat(books.events(orderId)).containsExactly("store-requested", "store-rejected");
  }

  @Test
  void rejectsWithoutAReason() {
    changeStoreRequest.request(orderId, ORDER);

    changeStoreRequest.reject(orderId, null, Scope.ALL);
    StoreRequest second = changeStoreRequest.reject(orderId, "closed", Scope.ALL);

    assertThat(second.status()).isEqualTo(REJECTED);
    assertThat(second.rejectionReason()).isNull();
    assertThat(books.events(orderId)).containsExactly("store-requested", "store-rejected");
  }

  @Test
  void refusesAnAnswerThatContradictsAnEarlierOne() {
    changeStoreRequest.request(orderId, ORDER);
    changeStoreRequest.accept(orderId, Scope.ALL);
    assertThatExceptionOfType(WrongState.class)
        .isThrownBy(() -> changeStoreRequest.reject(orderId, "x", Scope.ALL));

    changeStoreRequest.cancel(orderId);
    assertThatExceptionOfType(WrongState.class)
        .isThrownBy(() -> changeStoreRequest.accept(orderId, Scope.ALL));
    assertThat(books.events(orderId))
        .containsExactly("store-requested", "store-accepted", "store-request-cancelled");
  }

  @Test
  void doesNotCancelARejectedRequest() {
    changeStoreRequest.request(orderId, ORDER);
    changeStoreRequest.reject(orderId, "sold out", Scope.ALL);

    assertThat(changeStoreRequest.cancel(orderId).status()).isEqualTo(REJECTED);
    assertThat(changeStoreRequest.request(orderId, ORDER).status()).isEqualTo(REJECTED);
    assertThat(books.events(orderId)).containsExactly("store-requested", "store-rejected");
  }

  @Test
  void cancelsOnceForRepeatedCancellations() {
    changeStoreRequest.request(orderId, ORDER);

    assertThat(changeStoreRequest.cancel(orderId).status()).isEqualTo(CANCELLED);
    assertThat(changeStoreRequest.cancel(orderId).status()).isEqualTo(CANCELLED);
    assertThat(changeStoreRequest.request(orderId, ORDER).status()).isEqualTo(CANCELLED);
    assertThat(books.events(orderId)).containsExactly("store-requested", "store-request-cancelled");
  }

  @Test
  void aCancellationDuringTheRequestCancelsIt() {
    var answers =
        inTurn.run(
            () -> changeStoreRequest.request(orderId, ORDER),
            () -> changeStoreRequest.cancel(orderId));

    assertThat(answers).extracting(StoreRequest::status).containsExactly(REQUESTED, CANCELLED);
    assertThat(books.events(orderId)).containsExactly("store-requested", "store-request-cancelled");
  }

  @Test
  void aRequestDuringTheCancellationDoesNothing() {
    var answers =
        inTurn.run(
            () -> changeStoreRequest.cancel(orderId),
            () -> changeStoreRequest.request(orderId, ORDER));

    assertThat(answers).extracting(StoreRequest::status).containsOnly(CANCELLED);
    assertThat(books.events(orderId)).isEmpty();
  }

  @Test
  void aCancellationDuringTheAcceptanceCancelsIt() {
    changeStoreRequest.request(orderId, ORDER);

    var answers =
        inTurn.run(
            () -> changeStoreRequest.accept(orderId, Scope.ALL),
            () -> changeStoreRequest.cancel(orderId));

    assertThat(answers).extracting(StoreRequest::status).containsExactly(ACCEPTED, CANCELLED);
    assertThat(books.events(orderId))
        .containsExactly("store-requested", "store-accepted", "store-request-cancelled");
  }

  @Test
  void aCancellationDuringTheRejectionDoesNothing() {
    changeStoreRequest.request(orderId, ORDER);

    var answers =
        inTurn.run(
            () -> changeStoreRequest.reject(orderId, "sold out", Scope.ALL),
            () -> changeStoreRequest.cancel(orderId));

    assertThat(answers).extracting(StoreRequest::status).containsOnly(REJECTED);
    assertThat(books.events(orderId)).containsExactly("store-requested", "store-rejected");
  }

  @Test
  void anAnswerDuringTheCancellationIsRefused() {
    changeStoreRequest.request(orderId, ORDER);

    var succeeded =
        inTurn.run(
            () -> succeeds(() -> changeStoreRequest.cancel(orderId)),
            () -> succeeds(() -> changeStoreRequest.accept(orderId, Scope.ALL)));

    assertThat(succeeded).containsExactly(true, false);
    assertThat(books.events(orderId)).containsExactly("store-requested", "store-request-cancelled");
  }

  @Test
  void requestsOnceForConcurrentRequests() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID id = UUID.randomUUID();
      StoreOrder order = numbered(1_000_000 + round);

      var answers =
          AtOnce.run(
              () -> changeStoreRequest.request(id, order),
              () -> changeStoreRequest.request(id, order));

      assertThat(answers).extracting(StoreRequest::status).containsOnly(REQUESTED);
      assertThat(books.events(id)).containsExactly("store-requested");
    }
  }

  @Test
  void concurrentRequestAndCancellationEndCancelled() throws Exception {
    Set<StoreRequestStatus> seen = EnumSet.noneOf(StoreRequestStatus.class);
    for (int round = 0; round < ROUNDS; round++) {
      UUID id = UUID.randomUUID();

      var answers =
          AtOnce.run(
              () -> changeStoreRequest.request(id, ORDER), () -> changeStoreRequest.cancel(id));

      StoreRequestStatus requested = answers.get(0).status();
      seen.add(requested);
      assertThat(answers.get(1).status()).isEqualTo(CANCELLED);
      assertThat(books.storeRequest(id)).isEqualTo("CANCELLED");
      assertThat(books.events(id))
          .isEqualTo(
              requested == REQUESTED
                  ? List.of("store-requested", "store-request-cancelled")
                  : List.of());
    }
    assertThat(seen).as("both outcomes").containsExactly(REQUESTED, CANCELLED);
  }

  @Test
  void keepsOneOfTwoConcurrentAnswers() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID id = UUID.randomUUID();
      changeStoreRequest.request(id, ORDER);

      var succeeded =
          AtOnce.run(
              () -> succeeds(() -> changeStoreRequest.accept(id, Scope.ALL)),
              () -> succeeds(() -> changeStoreRequest.reject(id, "sold out", Scope.ALL)));

      assertThat(succeeded).containsExactlyInAnyOrder(true, false);
      assertThat(books.events(id))
          .containsExactly(
              "store-requested", succeeded.get(0) ? "store-accepted" : "store-rejected");
    }
  }

  private static boolean succeeds(Runnable answer) {
    try {
      answer.run();
      return true;
    } catch (WrongState refused) {
      return false;
    }
  }
}
