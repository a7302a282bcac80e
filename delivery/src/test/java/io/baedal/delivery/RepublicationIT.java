package io.baedal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.delivery.courier.AdvanceDelivery;
import io.baedal.delivery.courier.DeliveryFixture;
import io.baedal.delivery.courier.RecallDelivery;
import io.baedal.delivery.courier.Route;
import io.baedal.delivery.courier.StartDelivery;
import io.baedal.delivery.store.AnswerStoreRequest;
import io.baedal.delivery.store.CancelStoreRequest;
import io.baedal.delivery.store.RequestStore;
import io.baedal.delivery.store.StoreOrder;
import io.baedal.delivery.store.StoreRequestFixture;
import io.baedal.messaging.republication.Republication;
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

  @Autowired private RequestStore requestStore;
  @Autowired private AnswerStoreRequest answer;
  @Autowired private CancelStoreRequest cancelStoreRequest;
  @Autowired private StartDelivery startDelivery;
  @Autowired private AdvanceDelivery advanceDelivery;
  @Autowired private RecallDelivery recallDelivery;
  @Autowired private Republication republication;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void beginEmpty() {
    jdbc.sql("TRUNCATE store_requests, deliveries, outbox").update();
  }

  @Test
  void rebuildsEveryEventWithTheSameBytesAndId() {
    UUID delivered = accepted();
    startDelivery.start(delivered, ROUTE);
    advanceDelivery.pickUp(delivered);
    advanceDelivery.complete(delivered);
    UUID cancelled = accepted();
    startDelivery.start(cancelled, ROUTE);
    recallDelivery.recall(cancelled);
    cancelStoreRequest.cancel(cancelled);
    UUID rejected = UUID.randomUUID();
    requestStore.request(rejected, ORDER);
    answer.reject(rejected, "sold out");
    UUID rejectedForNoReason = UUID.randomUUID();
    requestStore.request(rejectedForNoReason, ORDER);
    answer.reject(rejectedForNoReason, null);
    UUID undone = UUID.randomUUID();
    recallDelivery.recall(undone);
    cancelStoreRequest.cancel(undone);
    List<UUID> orders = List.of(delivered, cancelled, rejected, rejectedForNoReason, undone);
    List<List<Sent>> first = orders.stream().map(this::sent).toList();
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
        startDelivery.start(order, ROUTE);
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
    requestStore.request(order, ORDER);
    answer.accept(order);
    return order;
  }

  private List<UUID> allEvents() {
    return jdbc.sql("SELECT event_id FROM outbox").query(UUID.class).list();
  }

  private List<Sent> sent(UUID orderId) {
    return jdbc.sql("SELECT event_id, type, payload FROM outbox WHERE order_id = ? ORDER BY id")
        .param(orderId)
        .query(Sent.class)
        .list();
  }

  private record Sent(UUID eventId, String type, String payload) {}
}
