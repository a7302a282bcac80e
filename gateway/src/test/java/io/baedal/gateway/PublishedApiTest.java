package io.baedal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishedApiTest {

  private static final String OK = "{\"responses\":{\"200\":{\"description\":\"ok\"}}}";

  @Test
  void listsOnlyExposedOperations() throws Exception {
    JsonNode api =
        published(
            Service.DELIVERY,
            """
            "/store-requests": {"get": %1$s},
            "/store-requests/{orderId}": {"parameters": [], "get": %1$s, "put": %1$s, "delete": %1$s},
            "/store-requests/{orderId}/acceptance": {"post": %1$s},
            "/deliveries/{orderId}": {"put": %1$s},
            "/order-states": {"get": %1$s},
            "/republications": {"post": %1$s}
            """);

    assertThat(fields(api.path("paths")))
        .containsExactly(
            "/store-requests", "/store-requests/{orderId}", "/store-requests/{orderId}/acceptance");
    assertThat(fields(api.path("paths").path("/store-requests/{orderId}")))
        .containsExactlyInAnyOrder("parameters", "get");
  }

  @Test
  void listsNoPathsOfOtherServices() throws Exception {
    assertThat(fields(published(Service.PAYMENT, "\"/orders\": {\"get\": %1$s}").path("paths")))
        .isEmpty();
  }

  @Test
  void addsTheProblemsOfTheGateway() throws Exception {
    JsonNode answers =
        published(Service.ORDER, "\"/orders\": {\"post\": %1$s}")
            .at("/paths/~1orders/post/responses");

    assertThat(fields(answers))
        .contains("200", "400", "403", "408", "413", "415", "421", "503", "504");
    assertThat(answers.at("/200/description").asText()).isEqualTo("ok");
    assertThat(answers.at("/503/content/application~1problem+json/schema/$ref").asText())
        .isEqualTo("#/components/schemas/GatewayProblem");
  }

  @Test
  void keepsTheDocumentedProblemsOfAService() throws Exception {
    JsonNode api =
        PublishedApi.of(
            Service.ORDER,
            new ObjectMapper()
                .readTree(
                    """
                    {"openapi": "3.1.0", "paths": {"/orders": {"get": {"responses":
                      {"400": {"description": "its own"}}}}},
                     "components": {"schemas": {"Order": {"type": "object"}}}}
                    """));

    assertThat(api.at("/paths/~1orders/get/responses/400/description").asText())
        .isEqualTo("its own");
    assertThat(fields(api.at("/components/schemas"))).containsExactly("Order", "GatewayProblem");
  }

  private static JsonNode published(Service service, String paths) throws Exception {
    return PublishedApi.of(
        service,
        new ObjectMapper()
            .readTree("{\"openapi\": \"3.1.0\", \"paths\": {" + paths.formatted(OK) + "}}"));
  }

  private static List<String> fields(JsonNode node) {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }
}
