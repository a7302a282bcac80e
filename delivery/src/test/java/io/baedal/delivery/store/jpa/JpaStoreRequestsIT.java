package io.baedal.delivery.store.jpa;

import static io.baedal.delivery.store.StoreRequestFixture.ORDER;
import static io.baedal.delivery.store.StoreRequestFixture.numbered;
import static io.baedal.delivery.store.StoreRequestStatus.ACCEPTED;
import static io.baedal.delivery.store.StoreRequestStatus.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baedal.delivery.OnRealDatabase;
import io.baedal.delivery.store.ChangeStoreRequest;
import io.baedal.delivery.store.StoreOrder;
import io.baedal.delivery.store.StoreRequest;
import io.baedal.delivery.store.StoreRequestStatus;
import io.baedal.delivery.store.StoreRequests;
import io.baedal.delivery.work.Works;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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

  private static final Works.Filter<StoreRequestStatus> ALL =
      new Works.Filter<>(null, null, null, Set.of(), null, Scope.ALL);

  @Autowired private StoreRequests requests;
  @Autowired private ChangeStoreRequest changeStoreRequest;
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
            13L,
            "가게-1",
            List.of(
                new StoreOrder.Item("비빔밥 \"특\" \\ 🍚", 2, List.of("계란 빼고", "덜\t맵게")),
                new StoreOrder.Item("Kimchi", 1, List.of())),
            null,
            "젓가락\n두 벌");
    changeStoreRequest.request(orderId, order);
    changeStoreRequest.reject(orderId, "sold out", Scope.ALL);

    StoreRequest found = requests.find(orderId, Scope.ALL).orElseThrow();

    assertThat(found.order()).isEqualTo(order);
    assertThat(found.status()).isEqualTo(StoreRequestStatus.REJECTED);
    assertThat(found.rejectionReason()).isEqualTo("sold out");
    assertThat(found.answeredAt()).isNotNull();
  }

  @Test
  void listsOldestFirstInPages() {
    List<UUID> ids = Stream.generate(UUID::randomUUID).limit(5).toList();
    ids.subList(0, 4).forEach(id -> changeStoreRequest.request(id, ORDER));

    List<StoreRequest> first = requests.find(ALL, null, 2);
    // a request added in the meantime does not shift the pages
    changeStoreRequest.request(ids.get(4), ORDER);
    List<StoreRequest> second = requests.find(ALL, after(first.get(1)), 2);
    List<StoreRequest> last = requests.find(ALL, after(second.get(1)), 2);

    assertThat(Stream.of(first, second, last).flatMap(List::stream))
        .extracting(StoreRequest::orderId)
        .containsExactlyElementsOf(ids);
    assertThat(requests.find(ALL, after(last.get(0)), 2)).isEmpty();
  }

  @Test
  void pagesThroughRequestsOfTheSameTime() {
    for (int i = 0; i < 5; i++) {
      changeStoreRequest.request(UUID.randomUUID(), ORDER);
    }
    jdbc.sql("UPDATE store_requests SET requested_at = '2026-01-01T10:00:00.000001Z'").update();

    List<UUID> read = new ArrayList<>();
    var page = requests.find(ALL, null, 2);
    while (!page.isEmpty()) {
      page.forEach(request -> read.add(request.orderId()));
      page = requests.find(ALL, after(page.get(page.size() - 1)), 2);
    }

    assertThat(read).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void filtersByOrderStoreStatusesAndChange() {
    UUID other = UUID.randomUUID();
    changeStoreRequest.request(orderId, ORDER);
    changeStoreRequest.request(other, new StoreOrder(13L, "store-2", ORDER.items(), null, null));
    Instant accepted = changeStoreRequest.accept(other, Scope.ALL).answeredAt();

    assertThat(ids(new Works.Filter<>(orderId, null, null, Set.of(), null, Scope.ALL)))
        .containsExactly(orderId);
    assertThat(ids(new Works.Filter<>(null, 13L, null, Set.of(), null, Scope.ALL)))
        .containsExactly(other);
    assertThat(ids(new Works.Filter<>(null, 14L, null, Set.of(), null, Scope.ALL))).isEmpty();
    assertThat(ids(new Works.Filter<>(null, null, "store-2", Set.of(), null, Scope.ALL)))
        .containsExactly(other);
    assertThat(ids(new Works.Filter<>(null, null, null, Set.of(ACCEPTED), null, Scope.ALL)))
        .containsExactly(other);
    assertThat(
            ids(new Works.Filter<>(null, null, null, Set.of(ACCEPTED, REQUESTED), null, Scope.ALL)))
        .containsExactly(orderId, other);
    assertThat(ids(new Works.Filter<>(orderId, null, "store-2", Set.of(), null, Scope.ALL)))
        .isEmpty();
    assertThat(ids(new Works.Filter<>(null, null, null, Set.of(), accepted, Scope.ALL)))
        .containsExactly(other);
  }

  @Test
  void ignoresFieldsOfALaterVersion() {
    changeStoreRequest.request(orderId, ORDER);
    jdbc.sql("UPDATE store_requests SET details = details || '{\"cutlery\": true}'").update();

    assertThat(requests.find(orderId, Scope.ALL).orElseThrow().order()).isEqualTo(ORDER);
  }

  @Test
  void acceptsTwoOrdersWithTheSameNumber() {
    UUID other = UUID.randomUUID();
    changeStoreRequest.request(orderId, numbered(13));

    changeStoreRequest.request(other, numbered(13));

    assertThat(ids(ALL)).containsExactlyInAnyOrder(orderId, other);
  }

  @Test
  void hidesRequestsCancelledBeforeTheyWereMade() {
    changeStoreRequest.cancel(orderId);

    assertThat(requests.find(orderId, Scope.ALL)).isEmpty();
    assertThat(ids(ALL)).isEmpty();
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
        "status = 'REJECTED'",
        "status = 'CANCELLED'",
        "status = 'EATEN'",
        "details = details || '{\"number\": 0}'",
        "rejection_reason = 'x'",
        "answered_at = now()",
        "cancelled_at = now()",
        "details = details - 'items'",
        "details = details - 'storeId'",
        "details = NULL"
      })
  void theDatabaseRefusesInvalidStates(String change) {
    changeStoreRequest.request(orderId, ORDER);

    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(() -> jdbc.sql("UPDATE store_requests SET " + change).update());
  }

  private List<UUID> ids(Works.Filter<StoreRequestStatus> filter) {
    return requests.find(filter, null, 9).stream().map(StoreRequest::orderId).toList();
  }

  private static Cursor after(StoreRequest request) {
    return new Cursor(request.requestedAt(), request.orderId());
  }
}
