package io.baedal.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The service over HTTP, without Kafka. */
@OnRealDatabase
class PaymentApplicationIT {

  @Autowired private MockMvc mvc;
  @Autowired private ObjectMapper json;
  @Autowired private Books books;

  @Test
  void isReadyWithoutKafka() throws Exception {
    mvc.perform(get("/readyz"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("UP"));
  }

  @Test
  void approvesListsAndCancelsAPayment() throws Exception {
    UUID orderId = UUID.randomUUID();
    String body = "{\"amount\": 18000, \"currency\": \"KRW\", \"paymentMethod\": \"card\"}";

    mvc.perform(
            put("/payment-requests/{orderId}", orderId).contentType(APPLICATION_JSON).content(body))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("APPROVED"));
    mvc.perform(get("/payments?orderId={orderId}", orderId))
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].approvedAmount").value(18_000))
        .andExpect(jsonPath("$.items[0].approvedAt").isNotEmpty());
    mvc.perform(delete("/payment-requests/{orderId}", orderId))
        .andExpect(jsonPath("$.status").value("CANCELLED"))
        .andExpect(jsonPath("$.refundedAmount").value(18_000));
    mvc.perform(
            put("/payment-requests/{orderId}", orderId)
                .contentType(APPLICATION_JSON)
                .content(body.replace("18000", "18001")))
        .andExpect(status().isConflict());
    books.assertUndone(orderId);
  }

  @Test
  void asksToRepeatWhenTheProviderDoesNotAnswer() throws Exception {
    String body = "{\"amount\": 1, \"currency\": \"KRW\", \"paymentMethod\": \"unavailable\"}";

    mvc.perform(
            put("/payment-requests/{orderId}", UUID.randomUUID())
                .contentType(APPLICATION_JSON)
                .content(body))
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().exists("Retry-After"))
        .andExpect(jsonPath("$.type").value("urn:baedal:problem:provider-unavailable"));
  }

  @Test
  void documentsAValidExample() throws Exception {
    String document =
        mvc.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsString();
    JsonNode api = json.readTree(document);
    JsonNode put = api.at("/paths/~1payment-requests~1{orderId}/put");
    String orderId = put.at("/parameters/0/schema/example").asText();
    ObjectNode body = json.createObjectNode();
    api.at("/components/schemas/PaymentRequest/properties")
        .fields()
        .forEachRemaining(field -> body.set(field.getKey(), field.getValue().get("example")));

    mvc.perform(
            put("/payment-requests/{orderId}", orderId)
                .contentType(APPLICATION_JSON)
                .content(body.toString()))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("APPROVED"));
    assertThat(put.at("/responses").has("409")).isTrue();
    assertThat(put.at("/responses/409/$ref").asText()).isEqualTo("#/components/responses/Problem");
  }
}
