package io.baedal.messaging.event;

import static io.baedal.messaging.event.OrderStatus.CANCELLATION_REQUESTED;
import static io.baedal.messaging.event.OrderStatus.DELIVERED;
import static io.baedal.messaging.event.OrderStatus.DELIVERY_STARTED;
import static io.baedal.messaging.event.OrderStatus.PAYMENT_APPROVED;
import static io.baedal.messaging.event.OrderStatus.PICKED_UP;
import static io.baedal.messaging.event.OrderStatus.PLACED;
import static io.baedal.messaging.event.OrderStatus.REJECTED;
import static io.baedal.messaging.event.OrderStatus.STORE_ACCEPTED;
import static io.baedal.messaging.event.OrderStatus.STORE_REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OrderStatusTest {

  @Test
  void knowsWhichStatusesCanFollow() {
    assertThat(statusesThatLeadTo(STORE_REQUESTED))
        .containsExactly(PLACED, PAYMENT_APPROVED, STORE_REQUESTED);
    assertThat(statusesThatLeadTo(DELIVERY_STARTED))
        .containsExactly(
            PLACED, PAYMENT_APPROVED, STORE_REQUESTED, STORE_ACCEPTED, DELIVERY_STARTED);
    assertThat(CANCELLATION_REQUESTED.leadsTo(PICKED_UP)).isTrue();
    assertThat(DELIVERED.leadsTo(PICKED_UP)).isFalse();
    assertThat(REJECTED.leadsTo(REJECTED)).isTrue();
  }

  private static OrderStatus[] statusesThatLeadTo(OrderStatus target) {
    return Arrays.stream(OrderStatus.values())
        .filter(status -> status.leadsTo(target))
        .toArray(OrderStatus[]::new);
  }
}
