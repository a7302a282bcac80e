package io.baedal.delivery.courier.jpa;

import static io.baedal.delivery.courier.DeliveryFixture.ROUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baedal.delivery.OnRealDatabase;
import io.baedal.delivery.courier.AdvanceDelivery;
import io.baedal.delivery.courier.Deliveries;
import io.baedal.delivery.courier.Delivery;
import io.baedal.delivery.courier.DeliveryStatus;
import io.baedal.delivery.courier.RecallDelivery;
import io.baedal.delivery.courier.StartDelivery;
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

  private static final Deliveries.Filter ALL = new Deliveries.Filter(null, null);

  @Autowired private Deliveries deliveries;
  @Autowired private StartDelivery startDelivery;
  @Autowired private RecallDelivery recallDelivery;
  @Autowired private AdvanceDelivery advanceDelivery;
  @Autowired private JdbcClient jdbc;

  private final UUID orderId = UUID.randomUUID();

  @BeforeEach
  void empty() {
    jdbc.sql("TRUNCATE deliveries").update();
  }

  @Test
  void findsADeliveryAsItWasStored() {
    startDelivery.start(orderId, ROUTE);
    advanceDelivery.pickUp(orderId);

    Delivery found = deliveries.find(orderId).orElseThrow();

    assertThat(found.route()).isEqualTo(ROUTE);
    assertThat(found.status()).isEqualTo(DeliveryStatus.PICKED_UP);
    assertThat(found.pickedUpAt()).isNotNull();
    assertThat(found.completedAt()).isNull();
  }

  @Test
  void listsNewestFirstInPagesAndFilters() {
    UUID other = UUID.randomUUID();
    startDelivery.start(orderId, ROUTE);
    startDelivery.start(other, ROUTE);
    recallDelivery.recall(other);

    assertThat(deliveries.find(ALL, 0, 1).items())
        .extracting(Delivery::orderId)
        .containsExactly(other);
    assertThat(deliveries.find(ALL, 1, 1).items())
        .extracting(Delivery::orderId)
        .containsExactly(orderId);
    assertThat(deliveries.find(ALL, 0, 1).totalItems()).isEqualTo(2);
    assertThat(deliveries.find(new Deliveries.Filter(null, DeliveryStatus.STARTED), 0, 9).items())
        .extracting(Delivery::orderId)
        .containsExactly(orderId);
    assertThat(deliveries.find(new Deliveries.Filter(other, null), 0, 9).totalItems()).isEqualTo(1);
  }

  @Test
  void hidesWhatWasRecalledUnstarted() {
    recallDelivery.recall(orderId);

    assertThat(deliveries.find(orderId)).isEmpty();
    assertThat(deliveries.find(ALL, 0, 9).totalItems()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status = 'PICKED_UP'",
        "status = 'COMPLETED', completed_at = now()",
        "status = 'CANCELLED'",
        "status = 'CANCELLED', cancelled_at = now(), picked_up_at = now()",
        "status = 'LOST'",
        "picked_up_at = now()",
        "completed_at = now()",
        "cancelled_at = now()",
        "delivery_address = NULL",
        "store_id = NULL, delivery_address = NULL"
      })
  void theDatabaseRefusesStatesThatCannotBe(String change) {
    startDelivery.start(orderId, ROUTE);

    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(() -> jdbc.sql("UPDATE deliveries SET " + change).update());
  }
}
