package io.baedal.orchestrator.operations.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.messaging.event.AuditOutcome;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.web.audit.AuditEntry;
import io.baedal.web.audit.AuditFilter;
import io.baedal.web.audit.AuditLog;
import io.baedal.web.audit.ChainedEntry;
import io.baedal.web.test.AuditContract;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Acts over our own calls, the engine's REST API and Cockpit. */
@OrchestratorTest
class OperatorAuditIT extends AuditContract {

  private static final String COCKPIT = "/camunda/app/cockpit/default/";

  @Autowired private TestRestTemplate http;
  @Autowired private AuditLog auditLog;

  @Override
  protected String service() {
    return "orchestrator";
  }

  @Override
  protected String reasonWithoutToken() {
    return "Log in as an operator.";
  }

  @Override
  protected String reasonWithAnotherRole() {
    return "Only operators may do this.";
  }

  @Test
  void recordsAnActWithThePasswordOfAnOperator() {
    String path = "/engine-rest/message/" + UUID.randomUUID();

    post(http.withBasicAuth("operator", "test-password"), path, json(new HttpHeaders()));

    expectAct(path);
  }

  @Test
  void recordsWhatIsDoneInCockpit() {
    HttpHeaders session = logIn();
    String path = "/camunda/api/engine/engine/default/message/" + UUID.randomUUID();

    post(http, path, json(session));

    expectAct(path);
  }

  @Test
  void recordsNoQueriesOfCockpit() {
    HttpHeaders session = logIn();
    String path = "/camunda/api/engine/engine/default/task";

    assertThat(post(http, path, json(session)).getStatusCode().value()).isEqualTo(200);

    assertThat(at(path)).isEmpty();
  }

  @Test
  void recordsAWrongPasswordWithoutItsName() {
    String path = "/stuck-orders/" + UUID.randomUUID();

    post(http.withBasicAuth("operator", "wrong"), path, json(new HttpHeaders()));

    await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(at(path)).hasSize(1));
    assertThat(at(path).get(0).actor().subject()).isNull();
    assertThat(at(path).get(0).reason()).isEqualTo("Log in as an operator.");
  }

  private void expectAct(String path) {
    assertThat(at(path))
        .extracting(AuditEntry::outcome)
        .containsExactly(AuditOutcome.FAILED, AuditOutcome.REQUESTED);
    assertThat(at(path).get(0).actor().subject()).isEqualTo("operator");
  }

  private List<AuditEntry> at(String path) {
    return auditLog.find(new AuditFilter(null, null, null, null), null, 1_000).stream()
        .map(ChainedEntry::entry)
        .filter(entry -> entry.call().path().equals(path))
        .toList();
  }

  private static HttpHeaders json(HttpHeaders headers) {
    headers.setContentType(MediaType.APPLICATION_JSON);
    return headers;
  }

  private static ResponseEntity<String> post(
      TestRestTemplate client, String path, HttpHeaders headers) {
    return client.exchange(path, HttpMethod.POST, new HttpEntity<>("{}", headers), String.class);
  }

  private HttpHeaders logIn() {
    HttpHeaders form = session(http.getForEntity(COCKPIT, String.class));
    form.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
    HttpHeaders session =
        session(
            http.exchange(
                "/camunda/api/admin/auth/user/default/login/cockpit",
                HttpMethod.POST,
                new HttpEntity<>("username=operator&password=test-password", form),
                String.class));
    HttpHeaders page =
        session(http.exchange(COCKPIT, HttpMethod.GET, new HttpEntity<>(session), String.class));
    session.set("X-XSRF-TOKEN", page.getFirst("X-XSRF-TOKEN"));
    return session;
  }

  /** The cookies of an answer, and the token that a script sends with them. */
  private static HttpHeaders session(ResponseEntity<String> page) {
    List<String> cookies =
        page.getHeaders().getOrDefault(HttpHeaders.SET_COOKIE, List.of()).stream()
            .map(cookie -> cookie.split(";")[0])
            .toList();
    var headers = new HttpHeaders();
    headers.add(HttpHeaders.COOKIE, cookies.stream().collect(Collectors.joining("; ")));
    cookies.stream()
        .filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
        .forEach(cookie -> headers.set("X-XSRF-TOKEN", cookie.substring("XSRF-TOKEN=".length())));
    return headers;
  }
}
