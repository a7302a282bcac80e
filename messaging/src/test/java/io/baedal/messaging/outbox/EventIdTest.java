package io.baedal.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdTest {

  @Test
  void isDerivedFromTheContentOfAnEvent() {
    UUID id = EventId.of("io.baedal.delivery.started.v1", "{\"orderId\":\"1\"}");

    assertThat(EventId.of("io.baedal.delivery.started.v1", "{\"orderId\":\"1\"}")).isEqualTo(id);
    assertThat(EventId.of("io.baedal.delivery.started.v1", "{\"orderId\":\"2\"}")).isNotEqualTo(id);
    assertThat(EventId.of("io.baedal.delivery.ended.v1", "{\"orderId\":\"1\"}")).isNotEqualTo(id);
  }
}
