package io.baedal.orchestrator.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Calls the operators' API over HTTP with the administrator's login. */
public final class OperatorClient {

  private final TestRestTemplate http;

  OperatorClient(TestRestTemplate anonymous) {
    http = anonymous.withBasicAuth("operator", "test-password");
  }

  /** The body of a successful answer. */
  public JsonNode get(String path) {
    return get(path, HttpStatus.OK);
  }

  /** The body of an answer with that status. */
  public JsonNode get(String path, HttpStatus status) {
    ResponseEntity<JsonNode> answer = answer(path);
    assertThat(answer.getStatusCode()).as(String.valueOf(answer)).isEqualTo(status);
    return answer.getBody();
  }

  /** The answer with any status. */
  public ResponseEntity<JsonNode> answer(String path) {
    return http.getForEntity(path, JsonNode.class);
  }

  public ResponseEntity<JsonNode> post(String path, String body) {
    var headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    return http.exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers), JsonNode.class);
  }

  /** The single item of a list. */
  public static JsonNode only(JsonNode list) {
    assertThat(list.at("/items")).as(list.toString()).hasSize(1);
    return list.at("/items/0");
  }

  public static void assertBadField(ResponseEntity<JsonNode> answer, String field) {
    assertProblem(answer, HttpStatus.BAD_REQUEST, "invalid-request");
    assertThat(answer.getBody().at("/errors").findValuesAsText("field"))
        .as(String.valueOf(answer.getBody()))
        .contains(field);
  }

  public static void assertProblem(
      ResponseEntity<JsonNode> answer, HttpStatus status, String type) {
    assertThat(answer.getStatusCode()).as(String.valueOf(answer)).isEqualTo(status);
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer.getBody().at("/type").asText()).isEqualTo("urn:baedal:problem:" + type);
  }
}
