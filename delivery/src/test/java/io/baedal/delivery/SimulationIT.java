package io.baedal.delivery;

import static io.baedal.delivery.courier.DeliveryFixture.ROUTE;
import static io.baedal.delivery.store.StoreRequestFixture.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.delivery.courier.RecallDelivery;
import io.baedal.delivery.courier.StartDelivery;
import io.baedal.delivery.store.CancelStoreRequest;
import io.baedal.delivery.store.RequestStore;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@OnRealDatabase
@TestPropertySource(
    properties = {
      "delivery.simulation.enabled=true",
      "delivery.simulation.store-answer=100ms",
      "delivery.simulation.pick-up=100ms",
      "delivery.simulation.completion=100ms"
    })
class SimulationIT {

  @Autowired private RequestStore requestStore;
  @Autowired private CancelStoreRequest cancelStoreRequest;
  @Autowired private StartDelivery startDelivery;
  @Autowired private RecallDelivery recallDelivery;
  @Autowired private Books books;

  private final UUID orderId = UUID.randomUUID();

  @Test
  void storesAcceptUnlessTheNameOfAProductPreventsIt() {
    UUID rejected = UUID.randomUUID();
    UUID ignored = UUID.randomUUID();
    UUID cancelled = UUID.randomUUID();
    requestStore.request(ignored, order("Kimchi", "IGNORE me"));
    requestStore.request(cancelled, order("Kimchi"));
    cancelStoreRequest.cancel(cancelled);
    requestStore.request(rejected, order("Kimchi", "please REJECT"));
    requestStore.request(orderId, order("Kimchi"));

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(books.events(orderId))
                    .containsExactly("store-requested", "store-accepted"));
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(books.storeRequest(rejected)).isEqualTo("REJECTED"));
    assertThat(books.storeRequest(ignored)).isEqualTo("REQUESTED");
    assertThat(books.storeRequest(cancelled)).isEqualTo("CANCELLED");
  }

  @Test
  void couriersPickUpAndDeliver() {
    UUID recalled = UUID.randomUUID();
    startDelivery.start(recalled, ROUTE);
    recallDelivery.recall(recalled);
    startDelivery.start(orderId, ROUTE);

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(books.events(orderId))
                    .containsExactly("started", "picked-up", "completed"));
    assertThat(books.delivery(recalled)).isEqualTo("CANCELLED");
  }
}
