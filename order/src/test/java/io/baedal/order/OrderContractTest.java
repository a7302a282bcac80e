package io.baedal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.messaging.test.RecordedCalls;
import io.baedal.order.ordering.CloseOrders;
import io.baedal.order.ordering.Ending;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.OrderOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Compares the answers to the recorded calls of the orchestrator. */
@DatabaseTest
class OrderContractTest {

  private static final Pattern ORDER_ID = Pattern.compile("0{8}-0000-4000-8000-[0-9]{12}");
  private static final String FIRST = "00000000-0000-4000-8000-000000000001";
  private static final String SECOND = "00000000-0000-4000-8000-000000000002";

  @Autowired TestRestTemplate http;
  @Autowired CloseOrders closeOrders;

  private final Map<String, String> placed = new HashMap<>();

  @Test
  void answersTheOrchestratorAsRecorded() throws Exception {
    close(FIRST, OrderOutcome.DELIVERED, null);
    close(SECOND, OrderOutcome.CANCELLED, ReasonCode.OPERATOR_CANCELLED);
    for (var call : RecordedCalls.to("order")) {
      var answer =
          http.exchange(
              withPlacedIds(call.url()),
              HttpMethod.valueOf(call.method()),
              json(call.body()),
              String.class);

      assertThat(answer.getStatusCode().value()).isEqualTo(call.status());
      RecordedCalls.assertAnswer(withPlacedIds(call.answer()), answer.getBody());
    }
  }

  private void close(String recorded, OrderOutcome outcome, @Nullable ReasonCode reason) {
    var id = new OrderId(UUID.fromString(withPlacedIds(recorded)));
    closeOrders.close(List.of(new Ending(id, outcome, reason, null)));
  }

  private String withPlacedIds(String recorded) {
    return ORDER_ID
        .matcher(recorded)
        .replaceAll(id -> placed.computeIfAbsent(id.group(), any -> place()));
  }

  /** The service generates order ids, so each recorded id is replaced by that of a new order. */
  private String place() {
    try {
      String order =
          """
          {"customerId": "c", "storeId": "s", "deliveryAddress": "a", "paymentMethod": "approved",
           "items": [{"productName": "APPLE", "quantity": 1, "unitPrice": 1000}]}
          """;
      JsonNode answer =
          new ObjectMapper().readTree(http.postForObject("/orders", json(order), String.class));
      return answer.at("/id").asText();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static HttpEntity<String> json(String body) {
    var headers = new HttpHeaders();
    headers.setContentType(APPLICATION_JSON);
    return new HttpEntity<>(body, headers);
  }
}
