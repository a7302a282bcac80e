package io.baedal.messaging.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.baedal.messaging.event.Topics;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class EventReaderTest {

  private final EventReader reader =
      new EventReader(JsonMapper.builder().findAndAddModules().build());

  @Test
  void refusesAnEventThatDoesNotMatchItsKey() {
    String payload =
        "{\"orderId\": \"%s\", \"at\": \"2026-01-01T00:00:00Z\"}".formatted(UUID.randomUUID());
    var message = new ConsumerRecord<>(Topics.DELIVERIES, 0, 0, "key", payload);
    message.headers().add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
    message.headers().add("ce_type", "io.baedal.delivery.picked-up.v1".getBytes(UTF_8));

    assertThatThrownBy(() -> reader.read(message))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessage("io.baedal.delivery.picked-up.v1 does not match its key key");
  }
}
