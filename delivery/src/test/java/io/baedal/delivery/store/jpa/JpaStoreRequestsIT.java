package io.baedal.delivery.store.jpa;

import static io.baedal.delivery.store.StoreRequestFixture.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baedal.delivery.OnRealDatabase;
import io.baedal.delivery.store.AnswerStoreRequest;
import io.baedal.delivery.store.CancelStoreRequest;
import io.baedal.delivery.store.RequestStore;
import io.baedal.delivery.store.StoreOrder;
import io.baedal.delivery.store.StoreRequest;
import io.baedal.delivery.store.StoreRequestStatus;
import io.baedal.delivery.store.StoreRequests;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

@OnRealDatabase
class JpaStoreRequestsIT {

  private static final StoreRequests.Filter ALL = new StoreRequests.Filter(null, null, null);

  @Autowired private StoreRequests requests;
  @Autowired private RequestStore requestStore;
  @Autowired private CancelStoreRequest cancelStoreRequest;
  @Autowired private AnswerStoreRequest answerStoreRequest;
  @Autowired private JdbcClient jdbc;

  private final UUID orderId = UUID.randomUUID();

  @BeforeEach
  void empty() {
    jdbc.sql("TRUNCATE store_requests").update();
  }

  @Test
  void findsARequestAsItWasStored() {
    var order =
        new StoreOrder(
            "가게-1",
            List.of(new StoreOrder.Item("비빔밥 \"특\" \\ 🍚", 2), new StoreOrder.Item("Kimchi", 1)),
            null);
    requestStore.request(orderId, order);
    answerStoreRequest.reject(orderId, "sold out");

    StoreRequest found = requests.find(orderId).orElseThrow();

    assertThat(found.order()).isEqualTo(order);
    assertThat(found.status()).isEqualTo(StoreRequestStatus.REJECTED);
    assertThat(found.rejectionReason()).isEqualTo("sold out");
    assertThat(found.answeredAt()).isNotNull();
  }

  @Test
  void listsNewestFirstInPages() {
    UUID[] ids = new UUID[5];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = UUID.randomUUID();
      requestStore.request(ids[i], ORDER);
    }

    var first = requests.find(ALL, 0, 2);

    assertThat(first.totalItems()).isEqualTo(5);
    assertThat(first.items()).extracting(StoreRequest::orderId).containsExactly(ids[4], ids[3]);
    assertThat(requests.find(ALL, 2, 2).items())
        .extracting(StoreRequest::orderId)
        .containsExactly(ids[0]);
    assertThat(requests.find(ALL, 1_000_000, 100).items()).isEmpty();
  }

  @Test
  void filtersByOrderStoreAndStatus() {
    UUID other = UUID.randomUUID();
    requestStore.request(orderId, ORDER);
    requestStore.request(other, new StoreOrder("store-2", ORDER.items(), null));
    answerStoreRequest.accept(other);

    assertThat(ids(new StoreRequests.Filter(orderId, null, null))).containsExactly(orderId);
    assertThat(ids(new StoreRequests.Filter(null, "store-2", null))).containsExactly(other);
    assertThat(ids(new StoreRequests.Filter(null, null, StoreRequestStatus.ACCEPTED)))
        .containsExactly(other);
    assertThat(ids(new StoreRequests.Filter(orderId, "store-2", null))).isEmpty();
  }

  @Test
  void hidesWhatWasCancelledUnrequested() {
    cancelStoreRequest.cancel(orderId);

    assertThat(requests.find(orderId)).isEmpty();
    assertThat(requests.find(ALL, 0, 9).totalItems()).isZero();
  }

  @Test
  void changesNothingOutsideATransaction() {
    assertThatExceptionOfType(IllegalTransactionStateException.class)
        .isThrownBy(() -> requests.lock(orderId));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status = 'ACCEPTED'",
        "status = 'REJECTED', answered_at = now()",
        "status = 'CANCELLED'",
        "status = 'EATEN'",
        "rejection_reason = 'x'",
        "answered_at = now()",
        "cancelled_at = now()",
        "items = NULL",
        "store_id = NULL, items = NULL"
      })
  void theDatabaseRefusesStatesThatCannotBe(String change) {
    requestStore.request(orderId, ORDER);

    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(() -> jdbc.sql("UPDATE store_requests SET " + change).update());
  }

  private List<UUID> ids(StoreRequests.Filter filter) {
    return requests.find(filter, 0, 9).items().stream().map(StoreRequest::orderId).toList();
  }
}
