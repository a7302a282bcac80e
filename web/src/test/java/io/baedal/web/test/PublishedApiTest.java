package io.baedal.web.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedApiTest {

  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";
  private static final String ORDER =
      "{\"id\": \"c0472ac7-0000-4000-8000-000000000000\", \"reason\": null, \"items\": []}";

  private final PublishedApi api = api();

  @Test
  void acceptsDescribedResponses() {
    assertThat(get("/orders/7", 200, JSON, ORDER)).isEmpty();
    assertThat(get("/orders/7", 200, JSON + ";charset=UTF-8", ORDER)).isEmpty();
    assertThat(api.differences("DELETE", "/orders/7", 204, "", "")).isEmpty();
    assertThat(api.differences("HEAD", "/orders/7", 200, JSON, "")).isEmpty();
    assertThat(get("/orders/latest", 200, JSON, "{\"id\": \"13\"}")).isEmpty();
  }

  @Test
  void findsAStatusThatIsNotDescribed() {
    assertThat(get("/orders/7", 409, PROBLEM, problem(409))).isNotEmpty();
  }

  @Test
  void findsATypeThatIsNotDescribed() {
    assertThat(get("/orders/7", 200, "text/html", ORDER)).isNotEmpty();
    assertThat(get("/orders/7", 200, "", ORDER)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reason\": null, \"items\": []}",
        "{\"id\": null, \"reason\": null, \"items\": []}",
        "{\"id\": \"7\", \"reason\": null, \"items\": []}",
        "{\"id\": \"c0472ac7-0000-4000-8000-000000000000\", \"reason\": 5, \"items\": []}",
        "{\"id\": \"c0472ac7-0000-4000-8000-000000000000\", \"reason\": null, \"items\": [{\"x\":"
            + " 1}]}",
        "{\"id\": \"c0472ac7-0000-4000-8000-000000000000\", \"items\": [], \"secret\": 1}",
        "[]",
        "{",
        ""
      })
  void findsABodyThatIsNotAsDescribed(String body) {
    assertThat(get("/orders/7", 200, JSON, body)).isNotEmpty();
  }

  @Test
  void findsABodyWhereNoneIsDescribed() {
    assertThat(api.differences("DELETE", "/orders/7", 204, JSON, "{}")).isNotEmpty();
  }

  @Test
  void acceptsOnlyRefusalsOfUndescribedRequests() {
    assertThat(get("/states", 404, PROBLEM, problem(404))).isEmpty();
    assertThat(api.differences("PUT", "/orders/7", 405, PROBLEM, problem(405))).isEmpty();
    assertThat(get("/states", 200, JSON, "{}")).isNotEmpty();
    assertThat(get("/states", 404, "text/html", "<p>")).isNotEmpty();
    assertThat(get("/states", 404, PROBLEM, problem(405))).isNotEmpty();
    assertThat(get("/orders/7/8", 200, JSON, ORDER)).isNotEmpty();
  }

  private List<String> get(String path, int status, String type, String body) {
    return api.differences("GET", path, status, type, body);
  }

  private static String problem(int status) {
    return "{\"type\": \"urn:x\", \"title\": \"X\", \"detail\": \"x\", \"status\": " + status + "}";
  }

  private static PublishedApi api() {
    try {
      return new PublishedApi(
          List.of(
              new ApiDescription(
                  new ObjectMapper()
                      .readTree(
                          """
                          {"openapi": "3.0.1",
                           "paths": {
                             "/orders/{id}": {
                               "get": {"responses": {"200": {"content": {"application/json":
                                 {"schema": {"$ref": "#/components/schemas/Order"}}}}}},
                               "delete": {"responses": {"204": {"description": "gone"}}}},
                             "/orders/latest": {
                               "get": {"responses": {"200": {"content": {"application/json":
                                 {"schema": {"type": "object",
                                   "properties": {"id": {"type": "string"}}}}}}}}}},
                           "components": {"schemas": {
                             "Order": {"type": "object", "required": ["id", "items"],
                               "properties": {
                                 "id": {"type": "string", "format": "uuid"},
                                 "reason": {"type": "string", "nullable": true},
                                 "items": {"type": "array", "items":
                                   {"$ref": "#/components/schemas/Item"}}}},
                             "Item": {"type": "object", "properties": {}}}}}
                          """))));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
