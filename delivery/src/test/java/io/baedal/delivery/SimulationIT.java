package io.baedal.delivery;

import static io.baedal.delivery.courier.DeliveryFixture.ROUTE;
import static io.baedal.delivery.store.StoreRequestFixture.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.delivery.courier.ChangeDelivery;
import io.baedal.delivery.store.ChangeStoreRequest;
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

  @Autowired private ChangeStoreRequest changeStoreRequest;
  @Autowired private ChangeDelivery changeDelivery;
  @Autowired private Books books;

  private final UUID orderId = UUID.randomUUID();

  @Test
  void storesAnswerAccordingToTheNamesOfProducts() {
    UUID rejected = UUID.randomUUID();
    UUID ignored = UUID.randomUUID();
    UUID cancelled = UUID.randomUUID();
    changeStoreRequest.request(ignored, order("Kimchi", "IGNORE me"));
    changeStoreRequest.request(cancelled, order("Kimchi"));
    changeStoreRequest.cancel(cancelled);
    changeStoreRequest.request(rejected, order("Kimchi", "please REJECT"));
    changeStoreRequest.request(orderId, order("Kimchi"));

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
    changeDelivery.start(recalled, ROUTE);
    changeDelivery.recall(recalled);
    changeDelivery.start(orderId, ROUTE);

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(books.events(orderId))
                    .containsExactly("started", "picked-up", "completed"));
    assertThat(books.delivery(recalled)).isEqualTo("CANCELLED");
  }
}
