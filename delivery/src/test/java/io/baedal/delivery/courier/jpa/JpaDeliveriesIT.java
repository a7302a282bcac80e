package io.baedal.delivery.courier.jpa;

import static io.baedal.delivery.courier.DeliveryFixture.ROUTE;
import static io.baedal.delivery.courier.DeliveryFixture.numbered;
import static io.baedal.delivery.courier.DeliveryStatus.CANCELLED;
import static io.baedal.delivery.courier.DeliveryStatus.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baedal.delivery.OnRealDatabase;
import io.baedal.delivery.courier.ChangeDelivery;
import io.baedal.delivery.courier.Deliveries;
import io.baedal.delivery.courier.Delivery;
import io.baedal.delivery.courier.DeliveryStatus;
import io.baedal.delivery.courier.Route;
import io.baedal.delivery.work.Works;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnRealDatabase
class JpaDeliveriesIT {

  private static final Works.Filter<DeliveryStatus> ALL =
      new Works.Filter<>(null, null, null, Set.of(), null, Scope.ALL);

  @Autowired private Deliveries deliveries;
  @Autowired private ChangeDelivery changeDelivery;
  @Autowired private JdbcClient jdbc;

  private final UUID orderId = UUID.randomUUID();

  @BeforeEach
  void empty() {
    jdbc.sql("TRUNCATE deliveries").update();
  }

  @Test
  void findsADeliveryAsItWasStored() {
    var route = new Route(13L, "가게-1", "12 Sejong-daero\nApt 4", "문 앞에\t🙏", "+82 2 123 4567");
    changeDelivery.start(orderId, route);
    changeDelivery.pickUp(orderId, Scope.ALL);

    Delivery found = deliveries.find(orderId, Scope.ALL).orElseThrow();

    assertThat(found.route()).isEqualTo(route);
    assertThat(found.status()).isEqualTo(DeliveryStatus.PICKED_UP);
    assertThat(found.pickedUpAt()).isNotNull();
    assertThat(found.completedAt()).isNull();
  }

  @Test
  void listsOldestFirstInPages() {
    UUID second = UUID.randomUUID();
    UUID third = UUID.randomUUID();
    changeDelivery.start(orderId, ROUTE);
    changeDelivery.start(second, ROUTE);

    List<Delivery> first = deliveries.find(ALL, null, 1);
    // a delivery added in the meantime does not shift the pages
    changeDelivery.start(third, ROUTE);
    List<Delivery> rest = deliveries.find(ALL, after(first.get(0)), 9);

    assertThat(first).extracting(Delivery::orderId).containsExactly(orderId);
    assertThat(rest).extracting(Delivery::orderId).containsExactly(second, third);
    assertThat(deliveries.find(ALL, after(rest.get(1)), 9)).isEmpty();
  }

  @Test
  void pagesThroughDeliveriesOfTheSameTime() {
    for (int i = 0; i < 5; i++) {
      changeDelivery.start(UUID.randomUUID(), ROUTE);
    }
    jdbc.sql("UPDATE deliveries SET started_at = '2026-01-01T10:00:00.000001Z'").update();

    List<UUID> read = new ArrayList<>();
    var page = deliveries.find(ALL, null, 2);
    while (!page.isEmpty()) {
      page.forEach(delivery -> read.add(delivery.orderId()));
      page = deliveries.find(ALL, after(page.get(page.size() - 1)), 2);
    }

    assertThat(read).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void filtersByOrderStoreStatusesAndChange() {
    UUID other = UUID.randomUUID();
    changeDelivery.start(orderId, ROUTE);
    changeDelivery.start(other, new Route(13L, "store-2", "1 Market Square", null, null));
    Instant recalled = changeDelivery.recall(other).cancelledAt();

    assertThat(ids(new Works.Filter<>(other, null, null, Set.of(), null, Scope.ALL)))
        .containsExactly(other);
    assertThat(ids(new Works.Filter<>(null, 13L, null, Set.of(), null, Scope.ALL)))
        .containsExactly(other);
    assertThat(ids(new Works.Filter<>(null, 14L, null, Set.of(), null, Scope.ALL))).isEmpty();
    assertThat(ids(new Works.Filter<>(null, null, "store-2", Set.of(), null, Scope.ALL)))
        .containsExactly(other);
    assertThat(ids(new Works.Filter<>(null, null, null, Set.of(STARTED), null, Scope.ALL)))
        .containsExactly(orderId);
    assertThat(
            ids(new Works.Filter<>(null, null, null, Set.of(STARTED, CANCELLED), null, Scope.ALL)))
        .containsExactly(orderId, other);
    assertThat(ids(new Works.Filter<>(orderId, null, "store-2", Set.of(), null, Scope.ALL)))
        .isEmpty();
    assertThat(ids(new Works.Filter<>(null, null, null, Set.of(), recalled, Scope.ALL)))
        .containsExactly(other);
  }

  @Test
  void acceptsTwoOrdersWithTheSameNumber() {
    UUID other = UUID.randomUUID();
    changeDelivery.start(orderId, numbered(13));

    changeDelivery.start(other, numbered(13));

    assertThat(ids(ALL)).containsExactlyInAnyOrder(orderId, other);
  }

  @Test
  void databaseErrorsContainNoCustomerData() {
    changeDelivery.start(
        orderId, new Route(null, "store-1", "12 Sejong-daero", "ring twice", "+82 2 123 4567"));

    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(() -> jdbc.sql("UPDATE deliveries SET status = 'LOST'").update())
        .withMessageNotContainingAny("Sejong", "ring", "123 4567");
  }

  @Test
  void hidesDeliveriesRecalledBeforeTheyStarted() {
    changeDelivery.recall(orderId);

    assertThat(deliveries.find(orderId, Scope.ALL)).isEmpty();
    assertThat(ids(ALL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status = 'PICKED_UP'",
        "status = 'COMPLETED', completed_at = now()",
        "status = 'CANCELLED'",
        "status = 'CANCELLED', cancelled_at = now(), picked_up_at = now()",
        "status = 'LOST'",
        "details = details || '{\"orderNumber\": 0}'",
        "picked_up_at = now()",
        "completed_at = now()",
        "cancelled_at = now()",
        "details = details - 'deliveryAddress'",
        "details = details - 'storeId'",
        "details = NULL"
      })
  void theDatabaseRefusesInvalidStates(String change) {
    changeDelivery.start(orderId, ROUTE);

    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(() -> jdbc.sql("UPDATE deliveries SET " + change).update());
  }

  private List<UUID> ids(Works.Filter<DeliveryStatus> filter) {
    return deliveries.find(filter, null, 9).stream().map(Delivery::orderId).toList();
  }

  private static Cursor after(Delivery delivery) {
    return new Cursor(delivery.startedAt(), delivery.orderId());
  }
}
