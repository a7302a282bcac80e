package io.baedal.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EventLineTest {
  private final EventLine line = new EventLine(ZoneOffset.UTC);

  @Test
  void showsTimeTopicTypeOrderAndCompactPayload() {
    String shown =
        line.of(
            event("io.baedal.order.placed.v1", "{\n  \"orderId\" : \"o-1\",\n \"items\": [ 1 ]}"));

    assertThat(shown.split(" {2,}"))
        .containsExactly(
            "10:15:30.250",
            "orders.v1",
            "order.placed.v1",
            "o-1",
            "{\"orderId\":\"o-1\",\"items\":[1]}");
  }

  @Test
  void staysOnOneLineWhenThePayloadIsNotJson() {
    assertThat(line.of(event("io.baedal.order.placed.v1", "not\njson"))).endsWith("not json");
  }

  @Test
  void showsForeignTypesUnshortened() {
    assertThat(line.of(event("com.example.other", "{}"))).contains("com.example.other");
  }

  @Test
  void showsMessagesWithoutTypeOrPayload() {
    assertThat(line.of(event(null, null))).contains("?").endsWith("o-1  -");
  }

  private static ConsumerRecord<String, String> event(String type, String payload) {
    RecordHeaders headers = new RecordHeaders();
    if (type != null) {
      headers.add("ce_type", type.getBytes(UTF_8));
    }
    return new ConsumerRecord<>(
        "orders.v1",
        0,
        0,
        Instant.parse("2026-01-02T10:15:30.250Z").toEpochMilli(),
        TimestampType.CREATE_TIME,
        0,
        0,
        "o-1",
        payload,
        headers,
        Optional.empty());
  }
}
