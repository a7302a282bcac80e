package io.baedal.orchestrator.operations.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.web.test.TestIssuer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Calls with access tokens, of our own API and of the engine's. */
@OrchestratorTest
class TokenLoginIT {

  private static final TestIssuer ISSUER = new TestIssuer();

  @Autowired private TestRestTemplate http;

  @DynamicPropertySource
  static void issuer(DynamicPropertyRegistry properties) {
    properties.add("baedal.access.issuer", ISSUER::issuer);
  }

  @AfterAll
  static void close() {
    ISSUER.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/stuck-orders", "/engine-rest/process-instance", "/engine-rest/user"})
  void operatorsAreLetIn(String path) {
    assertThat(get(path, ISSUER.token("operator"))).isEqualTo(HttpStatus.OK);
    assertThat(get(path, ISSUER.token("operator", "customer"))).isEqualTo(HttpStatus.OK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/stuck-orders", "/engine-rest/process-instance", "/engine-rest/user"})
  void othersAreRefused(String path) {
    for (String role : List.of("customer", "store", "courier", "service", "camunda-admin")) {
      assertThat(get(path, ISSUER.token(role))).as(role).isEqualTo(HttpStatus.FORBIDDEN);
    }
    assertThat(get(path, "x")).isEqualTo(HttpStatus.UNAUTHORIZED);
    assertThat(get(path, ISSUER.token(token -> token.issuer("http://localhost:2"))))
        .isEqualTo(HttpStatus.UNAUTHORIZED);
  }

  /** The operator's name is that of the token, and no user of the engine. */
  @Test
  void anActIsRecordedWithTheNameInTheToken() {
    HttpHeaders headers = headers(ISSUER.token("operator"));
    headers.setContentType(MediaType.APPLICATION_JSON);
    ResponseEntity<JsonNode> begun =
        http.exchange(
            "/reconciliations", HttpMethod.POST, new HttpEntity<>("{}", headers), JsonNode.class);
    assertThat(begun.getStatusCode()).as(String.valueOf(begun)).isEqualTo(HttpStatus.ACCEPTED);

    assertThat(begun.getBody().at("/operator").asText()).isEqualTo("somebody");
  }

  private Object get(String path, String token) {
    return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers(token)), String.class)
        .getStatusCode();
  }

  private static HttpHeaders headers(String token) {
    var headers = new HttpHeaders();
    headers.setBearerAuth(token);
    return headers;
  }
}
