package io.baedal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.delivery.courier.ChangeDelivery;
import io.baedal.delivery.courier.DeliveryFixture;
import io.baedal.delivery.courier.Route;
import io.baedal.delivery.store.ChangeStoreRequest;
import io.baedal.delivery.store.StoreOrder;
import io.baedal.delivery.store.StoreRequestFixture;
import io.baedal.messaging.republication.Republication;
import io.baedal.messaging.test.OutboxRow;
import io.baedal.web.access.Scope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnRealDatabase
class RepublicationIT {

  private static final StoreOrder ORDER = StoreRequestFixture.order("APPLE");
  private static final Route ROUTE = DeliveryFixture.ROUTE;

  @Autowired private ChangeStoreRequest changeStoreRequest;
  @Autowired private ChangeDelivery changeDelivery;
  @Autowired private Republication republication;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void deleteOrders() {
    jdbc.sql("TRUNCATE store_requests, deliveries, outbox").update();
  }

  @Test
  void rebuildsEachEventWithTheSameBytesAndId() {
    UUID delivered = accepted();
    changeDelivery.start(delivered, ROUTE);
    changeDelivery.pickUp(delivered, Scope.ALL);
    changeDelivery.complete(delivered, Scope.ALL);
    UUID cancelled = accepted();
    changeDelivery.start(cancelled, ROUTE);
    changeDelivery.recall(cancelled);
    changeStoreRequest.cancel(cancelled);
    UUID rejected = UUID.randomUUID();
    changeStoreRequest.request(rejected, ORDER);
    changeStoreRequest.reject(rejected, "sold out", Scope.ALL);
    UUID rejectedWithoutReason = UUID.randomUUID();
    changeStoreRequest.request(rejectedWithoutReason, ORDER);
    changeStoreRequest.reject(rejectedWithoutReason, null, Scope.ALL);
    UUID unrequested = UUID.randomUUID();
    changeDelivery.recall(unrequested);
    changeStoreRequest.cancel(unrequested);
    List<UUID> orders = List.of(delivered, cancelled, rejected, rejectedWithoutReason, unrequested);
    List<List<OutboxRow>> first = orders.stream().map(this::sent).toList();
    assertThat(first).extracting(List::size).containsExactly(5, 5, 2, 2, 0);
    jdbc.sql("DELETE FROM outbox").update();

    republication.republish(Republication.BEGINNING, Instant.EPOCH);

    for (int i = 0; i < orders.size(); i++) {
      assertThat(sent(orders.get(i))).containsExactlyInAnyOrderElementsOf(first.get(i));
    }
  }

  @Test
  void republishesStoreRequestsAndDeliveriesOfTheSameOrdersTogether() {
    for (int i = 0; i < 250; i++) {
      UUID order = accepted();
      if (i % 2 == 0) {
        changeDelivery.start(order, ROUTE);
      }
    }
    List<UUID> events = allEvents();
    jdbc.sql("DELETE FROM outbox").update();

    UUID after = Republication.BEGINNING;
    while (after != null) {
      after = republication.republish(after, Instant.EPOCH).next();
    }

    assertThat(allEvents()).containsExactlyInAnyOrderElementsOf(events).hasSize(625);
  }

  private UUID accepted() {
    UUID order = UUID.randomUUID();
    changeStoreRequest.request(order, ORDER);
    changeStoreRequest.accept(order, Scope.ALL);
    return order;
  }

  private List<UUID> allEvents() {
    return jdbc.sql("SELECT event_id FROM outbox WHERE topic = 'deliveries.v1'")
        .query(UUID.class)
        .list();
  }

  private List<OutboxRow> sent(UUID orderId) {
    return OutboxRow.of(orderId, jdbc);
  }
}
