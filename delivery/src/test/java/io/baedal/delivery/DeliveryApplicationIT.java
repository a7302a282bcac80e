package io.baedal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.greaterThan;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The service over HTTP, without Kafka. */
@OnRealDatabase
class DeliveryApplicationIT {

  @Autowired private MockMvc mvc;
  @Autowired private ObjectMapper json;
  @Autowired private ApplicationContext context;

  @Autowired private JdbcClient jdbc;

  private final UUID orderId = UUID.randomUUID();

  @BeforeEach
  void empty() {
    jdbc.sql("TRUNCATE store_requests, deliveries").update();
  }

  @Test
  void isReadyWithoutKafka() throws Exception {
    mvc.perform(get("/readyz"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("UP"));
  }

  @Test
  void simulatesNothingUnlessEnabled() {
    assertThat(context.getBeanDefinitionNames())
        .noneMatch(name -> name.contains("simulatedStores") || name.contains("Couriers"));
  }

  @Test
  void completesAnOrder() throws Exception {
    mvc.perform(
            put("/store-requests/{orderId}", orderId)
                .contentType(APPLICATION_JSON)
                .content("{\"storeId\":\"s\",\"items\":[{\"productName\":\"x\",\"quantity\":1}]}"))
        .andExpect(jsonPath("$.status").value("REQUESTED"));
    mvc.perform(post("/store-requests/{orderId}/acceptance", orderId))
        .andExpect(jsonPath("$.status").value("ACCEPTED"));
    mvc.perform(
            put("/deliveries/{orderId}", orderId)
                .contentType(APPLICATION_JSON)
                .content("{\"storeId\": \"s\", \"deliveryAddress\": \"a\"}"))
        .andExpect(jsonPath("$.status").value("STARTED"));
    mvc.perform(post("/deliveries/{orderId}/pick-up", orderId)).andExpect(status().isOk());
    mvc.perform(delete("/deliveries/{orderId}", orderId))
        .andExpect(jsonPath("$.status").value("PICKED_UP"));
    mvc.perform(post("/deliveries/{orderId}/completion", orderId)).andExpect(status().isOk());
    mvc.perform(get("/deliveries?orderId={orderId}", orderId))
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].status").value("COMPLETED"));
    mvc.perform(get("/store-requests?storeId=s&orderId={orderId}", orderId))
        .andExpect(jsonPath("$.items[0].items[0].productName").value("x"));
  }

  @Test
  void acceptsTheNumberOfAnOrderInsteadOfItsId() throws Exception {
    mvc.perform(
            put("/store-requests/{orderId}", orderId)
                .contentType(APPLICATION_JSON)
                .content(
                    """
                    {"orderNumber": 13, "storeId": "s", "note": "no cutlery",
                     "items": [{"productName": "x", "quantity": 1, "options": ["hot"]}]}
                    """))
        .andExpect(status().isOk());
    mvc.perform(post("/store-requests/13/acceptance")).andExpect(status().isOk());
    mvc.perform(get("/store-requests/13"))
        .andExpect(jsonPath("$.orderId").value(orderId.toString()))
        .andExpect(jsonPath("$.orderNumber").value(13))
        .andExpect(jsonPath("$.note").value("no cutlery"))
        .andExpect(jsonPath("$.items[0].options[0]").value("hot"))
        .andExpect(jsonPath("$.status").value("ACCEPTED"));
    // the store request already has the number
    mvc.perform(
            put("/deliveries/13")
                .contentType(APPLICATION_JSON)
                .content(
                    """
                    {"orderNumber": 13, "storeId": "s", "deliveryAddress": "a",
                     "phone": "+82 2 123 4567"}
                    """))
        .andExpect(jsonPath("$.orderId").value(orderId.toString()));
    mvc.perform(post("/deliveries/13/pick-up"))
        .andExpect(jsonPath("$.phone").value("+82 2 123 4567"));
    mvc.perform(post("/deliveries/13/completion")).andExpect(status().isOk());
    mvc.perform(delete("/deliveries/13")).andExpect(jsonPath("$.status").value("COMPLETED"));
    mvc.perform(get("/deliveries/13")).andExpect(jsonPath("$.orderNumber").value(13));
    mvc.perform(get("/deliveries?orderNumber=13"))
        .andExpect(jsonPath("$.items[0].orderId").value(orderId.toString()));
    mvc.perform(get("/store-requests?orderNumber=14"))
        .andExpect(jsonPath("$.items.length()").value(0));
    for (String unknown : List.of("/deliveries/14", "/store-requests/999999999999999999")) {
      mvc.perform(get(unknown))
          .andExpect(status().isNotFound())
          .andExpect(jsonPath("$.type").value("urn:baedal:problem:not-found"));
    }
    mvc.perform(get("/deliveries/013"))
        .andExpect(status().isBadRequest())
        .andExpect(
            jsonPath("$.errors[0].message").value("must be a UUID or the number of an order"));
  }

  @Test
  void findsAnOrderByTheNumberOfItsDelivery() throws Exception {
    mvc.perform(
            put("/deliveries/{orderId}", orderId)
                .contentType(APPLICATION_JSON)
                .content("{\"orderNumber\": 13, \"storeId\": \"s\", \"deliveryAddress\": \"a\"}"))
        .andExpect(status().isOk());

    mvc.perform(get("/deliveries/13")).andExpect(jsonPath("$.orderId").value(orderId.toString()));
    mvc.perform(get("/store-requests/13")).andExpect(status().isNotFound());
  }

  @Test
  void hidesWorkCancelledBeforeItWasRequested() throws Exception {
    mvc.perform(delete("/store-requests/{orderId}", orderId))
        .andExpect(jsonPath("$.status").value("CANCELLED"));
    mvc.perform(get("/store-requests/{orderId}", orderId)).andExpect(status().isNotFound());
    mvc.perform(post("/store-requests/{orderId}/acceptance", orderId))
        .andExpect(status().isNotFound());
    mvc.perform(post("/deliveries/{orderId}/pick-up", orderId)).andExpect(status().isNotFound());
  }

  @Test
  void republishesChangedOrders() throws Exception {
    mvc.perform(
            put("/deliveries/{orderId}", orderId)
                .contentType(APPLICATION_JSON)
                .content("{\"storeId\": \"s\", \"deliveryAddress\": \"a\"}"))
        .andExpect(status().isOk());

    mvc.perform(post("/republications").contentType(APPLICATION_JSON).content("{}"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.orders").value(greaterThan(0)))
        .andExpect(jsonPath("$.events").value(greaterThan(0)));
    mvc.perform(
            post("/republications")
                .contentType(APPLICATION_JSON)
                .content("{\"since\": \"9999-01-01T00:00:00Z\"}"))
        .andExpect(jsonPath("$.events").value(0));
    mvc.perform(
            post("/republications")
                .contentType(APPLICATION_JSON)
                .content("{\"since\": \"yesterday\", \"after\": \"17\"}"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[*].field").value(containsInAnyOrder("since", "after")));
  }

  @Test
  void documentsValidExamples() throws Exception {
    JsonNode api =
        json.readTree(
            mvc.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsString());
    JsonNode schemas = api.at("/components/schemas");
    ObjectNode store = examples(schemas.at("/StoreRequestBody"));
    store.putArray("items").add(examples(schemas.at("/ItemBody")));

    mvc.perform(
            put("/store-requests/{orderId}", exampleOrder(api, "store-requests"))
                .contentType(APPLICATION_JSON)
                .content(store.toString()))
        .andExpect(status().isOk());
    mvc.perform(
            put("/deliveries/{orderId}", exampleOrder(api, "deliveries"))
                .contentType(APPLICATION_JSON)
                .content(examples(schemas.at("/DeliveryBody")).toString()))
        .andExpect(status().isOk());
    mvc.perform(
            post("/store-requests/{orderId}/rejection", exampleOrder(api, "store-requests"))
                .contentType(APPLICATION_JSON)
                .content(examples(schemas.at("/RejectionBody")).toString()))
        .andExpect(status().isOk());
  }

  @Test
  void documentsTheLimitsOfOptions() throws Exception {
    mvc.perform(get("/v3/api-docs"))
        .andExpect(jsonPath("$.components.schemas.ItemBody.properties.options.maxItems").value(20))
        .andExpect(
            jsonPath("$.components.schemas.ItemBody.properties.options.items.maxLength")
                .value(100));
  }

  private static String exampleOrder(JsonNode api, String path) {
    return api.at("/paths/~1" + path + "~1{orderId}/put/parameters/0/schema/example").asText();
  }

  private ObjectNode examples(JsonNode schema) {
    ObjectNode body = json.createObjectNode();
    schema
        .at("/properties")
        .fields()
        .forEachRemaining(field -> body.set(field.getKey(), field.getValue().get("example")));
    return body;
  }
}
