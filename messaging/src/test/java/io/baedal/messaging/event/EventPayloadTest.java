package io.baedal.messaging.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/** Payloads of {@code v1} as they were sent before fields were added to it. */
class EventPayloadTest {

  private static final UUID ID = UUID.fromString("0c6a3c3e-2f8b-4f4e-9a55-0d5a4a1f3b11");
  private static final Instant AT = Instant.parse("2026-01-01T10:00:00.123456Z");

  static final List<String> EARLIER =
      List.of(
          """
          {"orderId":"0c6a3c3e-2f8b-4f4e-9a55-0d5a4a1f3b11","clientReference":null,\
          "customerId":"customer-1","storeId":"store-1",\
          "items":[{"productName":"APPLE","quantity":2,"unitPrice":9000}],"amount":18000,\
          "currency":"KRW","deliveryAddress":"12 Sejong-daero","paymentMethod":"CARD",\
          "placedAt":"2026-01-01T10:00:00.123456Z"}""",
          """
          {"orderId":"0c6a3c3e-2f8b-4f4e-9a55-0d5a4a1f3b11","sequence":3,"status":"REJECTED",\
          "reason":"STORE_REJECTED","step":"EndEvent_OrderRejected",\
          "at":"2026-01-01T10:00:00.123456Z"}""",
          """
          {"orderId":"0c6a3c3e-2f8b-4f4e-9a55-0d5a4a1f3b11","sequence":1,"status":"PLACED",\
          "reason":null,"step":"StartEvent_OrderPlaced","at":"2026-01-01T10:00:00.123456Z"}""");

  /** As Spring Boot sets it up. */
  private final ObjectMapper json =
      Jackson2ObjectMapperBuilder.json()
          .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  @ParameterizedTest
  @FieldSource("EARLIER")
  void readsEarlierPayloadsAndWritesThemAsTheyWere(String payload) throws Exception {
    Class<? extends DomainEvent> type =
        payload.contains("placedAt") ? OrderPlaced.class : OrderStatusChanged.class;

    // the bytes decide the id of a republished event
    assertThat(json.writeValueAsString(json.readValue(payload, type))).isEqualTo(payload);
  }

  @Test
  void carriesWhatWasAdded() throws Exception {
    List<DomainEvent> events =
        List.of(
            new OrderPlaced(
                ID,
                "lunch",
                "customer-1",
                "store-1",
                List.of(new OrderPlaced.Item("김밥", 2, 3500, List.of("no onions", "large"))),
                7000,
                "KRW",
                "1 Sejong-daero",
                "CARD",
                AT,
                13L,
                "ring twice",
                "+82 10-1234-5678"),
            new OrderStatusChanged(
                ID,
                3,
                OrderStatus.REJECTED,
                ReasonCode.STORE_REJECTED,
                "재료 소진",
                "EndEvent_OrderRejected",
                AT));

    for (DomainEvent event : events) {
      String payload = json.writeValueAsString(event);
      assertThat(json.readValue(payload, event.getClass())).isEqualTo(event);
    }
  }

  @Test
  void noOptionsAreWrittenAsBefore() {
    assertThat(Stream.of(List.<String>of(), (List<String>) null))
        .allSatisfy(
            options ->
                assertThat(json.writeValueAsString(new OrderPlaced.Item("APPLE", 2, 9000, options)))
                    .isEqualTo("{\"productName\":\"APPLE\",\"quantity\":2,\"unitPrice\":9000}"));
  }
}
