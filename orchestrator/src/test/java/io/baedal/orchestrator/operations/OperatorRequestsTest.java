package io.baedal.orchestrator.operations;

import static io.baedal.orchestrator.operations.OperatorClient.assertBadField;
import static io.baedal.orchestrator.operations.OperatorClient.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.orchestrator.OrchestratorTest;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

/** The operators' API refuses bad requests and other users, and is described. */
@OrchestratorTest
class OperatorRequestsTest {

  @Autowired OperatorClient operator;
  @Autowired TestRestTemplate anonymous;
  @Autowired IdentityService identities;

  private final UUID id = UUID.randomUUID();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | reason",
        "{\"reason\": \" \"} | reason",
        "{\"reason\": \"\\u200b\\n\"} | reason",
        "{\"reason\": {}} | reason"
      })
  void everyActNeedsAReason(String body, String field) {
    for (String path :
        List.of("/stuck-orders/" + id + "/retries", "/orders/" + id + "/cancellations")) {
      assertBadField(operator.post(path, body), field);
    }
    assertBadField(operator.post("/stuck-orders/retries", body), field);
    assertBadField(operator.post("/stuck-orders/" + id + "/settlements", body), field);
  }

  @Test
  void namesEachInvalidField() {
    assertBadField(
        operator.post("/stuck-orders/retries", "{\"reason\": \"x\", \"step\": \"PAY\"}"), "step");
    var many = operator.post("/stuck-orders/retries", "{\"limit\": 201}");
    assertThat(many.getBody().at("/errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("limit", "reason", "step");
    JsonNode query = operator.get("/stuck-orders?size=101&after=-1&page=0", HttpStatus.BAD_REQUEST);
    assertThat(query.at("/errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("page", "after", "size");
    JsonNode unknownValues =
        operator.get("/stuck-orders?state=GONE&step=PAY", HttpStatus.BAD_REQUEST);
    assertThat(unknownValues.at("/errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("state", "step");
    assertThat(
            operator
                .get("/operator-acts?orderId=7", HttpStatus.BAD_REQUEST)
                .at("/errors/0/field")
                .asText())
        .isEqualTo("orderId");
    assertProblem(
        operator.post("/stuck-orders/retries", "no JSON"),
        HttpStatus.BAD_REQUEST,
        "invalid-request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/stuck-orders/retries | {\"step\": 0, \"reason\": \"x\"} | step",
        "/stuck-orders/retries | {\"step\": \"CANCEL_PAYMENT\", \"reason\": \"x\", \"limit\": 1.9} | limit",
        "/stuck-orders/retries | {\"step\": \"CANCEL_PAYMENT\", \"reason\": \"x\", \"limit\": \"3\"} | limit",
        "/stuck-orders/retries | {\"step\": \"CANCEL_PAYMENT\", \"reason\": \"x\", \"limt\": 5} | limt",
        "/stuck-orders/retries | {\"step\": \"CANCEL_PAYMENT\", \"reason\": \"x\", \"reason\": \"y\"} | reason",
        "/stuck-orders/retries | {\"step\": \"CANCEL_PAYMENT\", \"reason\": 12345} | reason",
        "/migrations | {\"plan\": \"x\", \"dryRun\": 0, \"reason\": \"x\"} | dryRun",
        "/migrations | {\"plan\": \"x\", \"dryRun\": \"false\", \"reason\": \"x\"} | dryRun",
        "/republications | {\"sinze\": \"2026-01-01T00:00:00Z\"} | sinze",
        "/republications | {\"since\": \"\"} | since",
        "/republications | {\"since\": \"+294277-01-01T00:00:00Z\"} | since",
        "/reconciliations | {\"frm\": \"2026-01-01T00:00:00Z\"} | frm"
      })
  void refusesUnknownFieldsAndWrongTypes(String path, String body, String field) {
    assertBadField(operator.post(path, body), field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/stuck-orders",
        "/stuck-orders/00000000-0000-4000-8000-000000000001",
        "/operator-acts",
        "/process-versions",
        "/disagreements",
        "/reconciliations/00000000-0000-4000-8000-000000000001"
      })
  void onlyAdministratorsOfTheEngineMayRead(String path) {
    assertThat(anonymous.getForEntity(path, String.class).getStatusCode())
        .isEqualTo(HttpStatus.UNAUTHORIZED);
    assertThat(clerk().getForEntity(path, String.class).getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/stuck-orders/retries",
        "/stuck-orders/00000000-0000-4000-8000-000000000001/retries",
        "/stuck-orders/00000000-0000-4000-8000-000000000001/settlements",
        "/orders/00000000-0000-4000-8000-000000000001/cancellations",
        "/migrations",
        "/reconciliations"
      })
  void onlyAdministratorsOfTheEngineMayAct(String path) {
    assertThat(anonymous.postForEntity(path, null, String.class).getStatusCode())
        .isEqualTo(HttpStatus.UNAUTHORIZED);
    assertThat(clerk().postForEntity(path, null, String.class).getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
  }

  @Test
  void theApiIsDescribed() {
    JsonNode paths = operator.get("/v3/api-docs").at("/paths");
    assertThat(paths.fieldNames())
        .toIterable()
        .contains(
            "/stuck-orders",
            "/stuck-orders/{orderId}",
            "/stuck-orders/{orderId}/retries",
            "/stuck-orders/retries",
            "/stuck-orders/{orderId}/settlements",
            "/operator-acts",
            "/orders/{orderId}/cancellations");
    assertThat(paths.findValuesAsText("name")).doesNotContain("operator");
    assertThat(paths.fieldNames()).toIterable().noneMatch(path -> path.startsWith("/engine-rest"));
    JsonNode api = operator.get("/v3/api-docs");
    assertThat(api.at("/info/title").asText()).isEqualTo("Baedal operators");
    assertThat(api.at("/components/securitySchemes/login/scheme").asText()).isEqualTo("basic");
    assertThat(api.at("/components/securitySchemes/token/scheme").asText()).isEqualTo("bearer");
    assertThat(api.at("/security"))
        .extracting(either -> either.fieldNames().next())
        .containsExactlyInAnyOrder("token", "login");
    assertThat(api.at("/tags")).allMatch(tag -> tag.hasNonNull("description"));
    paths.forEach(
        path ->
            path.forEach(
                operation -> {
                  assertThat(operation.at("/tags/0").asText()).doesNotContain("-controller");
                  assertThat(operation.at("/responses").has("401")).isTrue();
                  assertThat(operation.at("/responses").has("403")).isTrue();
                }));
  }

  private TestRestTemplate clerk() {
    if (identities.createUserQuery().userId("clerk").count() == 0) {
      var clerk = identities.newUser("clerk");
      clerk.setPassword("secret");
      identities.saveUser(clerk);
    }
    return anonymous.withBasicAuth("clerk", "secret");
  }
}
