package io.baedal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.event.EventType;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.Topics;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EventTypeTest {

  @Test
  void everyTypeIsFoundByItsWireName() {
    assertThat(EventType.values())
        .allSatisfy(type -> assertThat(EventType.named(type.wireName())).contains(type));
    assertThat(EventType.named("io.baedal.order.placed.v2")).isEmpty();
  }

  @Test
  void everyTypeHasAKnownTopicAndAVersion() {
    assertThat(EventType.values())
        .allSatisfy(
            type -> {
              assertThat(Topics.ALL).contains(type.topic());
              assertThat(type.wireName()).matches("io\\.baedal\\.[a-z-]+\\.[a-z-]+\\.v1");
            });
  }

  @Test
  void anOrderEndsDeliveredCancelledOrRejected() {
    assertThat(Arrays.stream(OrderStatus.values()).filter(OrderStatus::ended))
        .containsExactly(OrderStatus.DELIVERED, OrderStatus.CANCELLED, OrderStatus.REJECTED);
  }

  @Test
  void anOrderThatWasPickedUpCannotBeCancelled() {
    assertThat(Arrays.stream(OrderStatus.values()).filter(OrderStatus.PICKED_UP::allows))
        .containsExactly(OrderStatus.DELIVERED);
  }
}
