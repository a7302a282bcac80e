package io.baedal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.messaging.test.RecordedCalls;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Answers what the orchestrator's recorded calls expect. */
@DatabaseTest
class OrderContractTest {

  private static final Pattern ORDER_ID = Pattern.compile("(?<=/orders/)[0-9a-f-]{36}");

  @Autowired TestRestTemplate http;

  @Test
  void answersTheOrchestratorAsRecorded() throws Exception {
    Map<String, String> placed = new HashMap<>();
    for (var call : RecordedCalls.to("order")) {
      Matcher recorded = ORDER_ID.matcher(call.url());
      assertThat(recorded.find()).isTrue();
      String id = placed.computeIfAbsent(recorded.group(), any -> place());

      var answer =
          http.exchange(
              recorded.replaceFirst(id),
              HttpMethod.valueOf(call.method()),
              json(call.body()),
              String.class);

      assertThat(answer.getStatusCode().value()).isEqualTo(call.status());
      JSONAssert.assertEquals(call.answer(), answer.getBody(), false);
    }
  }

  /** Order ids are made here, so each recorded one stands for an order of this test. */
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
