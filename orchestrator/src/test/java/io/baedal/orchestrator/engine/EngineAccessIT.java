package io.baedal.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.orchestrator.OrchestratorTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Who gets at the engine, and with what. */
@OrchestratorTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EngineAccessIT {

  private static final String WITH_EXPRESSION =
      "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}";
  private static final String WITHOUT_EXPRESSION = "{\"orQueries\":[{\"assignee\":\"operator\"}]}";

  @Autowired TestRestTemplate http;
  @Autowired HistoryService history;
  @Autowired ProcessEngineConfigurationImpl engine;

  @Test
  void restRefusesExpressionsInOrQueries() {
    var operator = http.withBasicAuth("operator", "test-password");
    assertRefused(post(operator, "/engine-rest/task", WITH_EXPRESSION, new HttpHeaders()));
    assertRefused(
        post(
            operator,
            "/engine-rest/filter",
            "{\"resourceType\":\"Task\",\"name\":\"f\",\"query\":" + WITH_EXPRESSION + "}",
            new HttpHeaders()));
    assertThat(
            post(operator, "/engine-rest/task", WITHOUT_EXPRESSION, new HttpHeaders())
                .getStatusCode())
        .isEqualTo(HttpStatus.OK);
  }

  @Test
  void theWebappsOwnApiRefusesExpressionsInOrQueries() {
    HttpHeaders session = login();
    String tasks = "/camunda/api/engine/engine/default/task";
    assertThat(post(http, tasks, WITHOUT_EXPRESSION, session).getStatusCode())
        .isEqualTo(HttpStatus.OK);
    assertRefused(post(http, tasks, WITH_EXPRESSION, session));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/engine-rest/engine", "/engine-rest/process-instance", "/engine-rest/user"})
  void restNeedsALogin(String path) {
    assertThat(http.getForEntity(path, String.class).getStatusCode())
        .isEqualTo(HttpStatus.UNAUTHORIZED);
    assertThat(
            http.withBasicAuth("nobody", "wrong").getForEntity(path, String.class).getStatusCode())
        .isEqualTo(HttpStatus.UNAUTHORIZED);
    assertThat(
            http.withBasicAuth("operator", "test-password")
                .getForEntity(path, String.class)
                .getStatusCode())
        .isEqualTo(HttpStatus.OK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/engine/engine/default/user",
        "/camunda/api/engine/engine;x/default/user",
        "/camunda/api;aaaaaa/engine/default/user",
        "/camunda;a/x/../api/engine/default/user",
        "/camunda/api/cockpit/plugin;x/base/default/process-definition/statistics-count",
        "/engine-rest;x/user",
        "//engine-rest/user"
      })
  void noPathLeadsAroundTheLogin(String path) {
    var answer = http.getForEntity(URI.create(http.getRootUri() + path), String.class);
    assertThat(answer.getStatusCode().is4xxClientError()).as(answer.toString()).isTrue();
    assertThat(String.valueOf(answer.getBody())).doesNotContain("Operator");
  }

  @Test
  void nobodyCanLockTheOperatorOutByWrongPasswords() {
    assertThat(http.withBasicAuth("operator", "guess").getForEntity("/stuck-orders", String.class))
        .extracting(ResponseEntity::getStatusCode)
        .isEqualTo(HttpStatus.UNAUTHORIZED);

    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> asOperator().getForEntity("/stuck-orders", String.class).getStatusCode(),
            HttpStatus.OK::equals);
    assertThat(engine.getLoginDelayMaxTime()).isOne();
    assertThat(engine.getLoginMaxAttempts()).isGreaterThan(1_000_000);
  }

  @Test
  void aPageOfAnotherSiteMayNotActInTheOperatorsName() {
    var headers = new HttpHeaders();
    headers.set("Sec-Fetch-Site", "cross-site");
    var forged = new HttpEntity<>(headers);

    assertProblem(
        asOperator().exchange("/reconciliations", HttpMethod.POST, forged, String.class),
        HttpStatus.FORBIDDEN,
        "foreign-page");
    assertThat(
            asOperator()
                .exchange("/stuck-orders", HttpMethod.GET, forged, String.class)
                .getStatusCode())
        .isEqualTo(HttpStatus.OK);
  }

  private TestRestTemplate asOperator() {
    return http.withBasicAuth("operator", "test-password");
  }

  @Test
  void aNameWithControlCharactersIsNobodys() {
    assertThat(
            http.withBasicAuth("a\0b", "c")
                .getForEntity("/engine-rest/task", String.class)
                .getStatusCode())
        .isEqualTo(HttpStatus.UNAUTHORIZED);
  }

  @Test
  void savedFiltersDoNotEvaluateExpressions() {
    var operator = http.withBasicAuth("operator", "test-password");
    var created =
        post(
            operator,
            "/engine-rest/filter/create",
            "{\"resourceType\":\"Task\",\"name\":\"f\",\"query\":{\"assigneeExpression\":\"${1+1}\"}}",
            new HttpHeaders());
    assertThat(created.getBody()).contains("Expressions are forbidden");
  }

  @Test
  void historyIsCleanedUp() {
    assertThat(history.findHistoryCleanupJobs())
        .isNotEmpty()
        .allMatch(job -> job.getDuedate() != null);
  }

  @Test
  void anOperatorsCancelNeedsALoginAndAnOrder() {
    String path = "/orders/" + UUID.randomUUID() + "/cancellations";
    var operator = http.withBasicAuth("operator", "test-password");
    assertThat(post(http, path, "", new HttpHeaders()).getStatusCode())
        .isEqualTo(HttpStatus.UNAUTHORIZED);
    String why = "{\"reason\": \"the store burnt down\"}";
    assertProblem(post(operator, path, why, new HttpHeaders()), HttpStatus.NOT_FOUND, "not-found");
    assertProblem(
        post(operator, path, "", new HttpHeaders()), HttpStatus.BAD_REQUEST, "invalid-request");
    assertProblem(
        post(operator, "/orders/1-1-1-1-1/cancellations", why, new HttpHeaders()),
        HttpStatus.BAD_REQUEST,
        "invalid-request");
    assertProblem(
        operator.getForEntity(path, String.class),
        HttpStatus.METHOD_NOT_ALLOWED,
        "method-not-allowed");
  }

  private HttpHeaders login() {
    ResponseEntity<String> page = http.getForEntity("/camunda/app/cockpit/default/", String.class);
    HttpHeaders session = session(page);
    var form = new HttpHeaders();
    form.addAll(session);
    form.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
    ResponseEntity<String> login =
        http.exchange(
            "/camunda/api/admin/auth/user/default/login/cockpit",
            HttpMethod.POST,
            new HttpEntity<>("username=operator&password=test-password", form),
            String.class);
    assertThat(login.getStatusCode()).isEqualTo(HttpStatus.OK);
    // a login renews the session; the next page brings its CSRF token
    HttpHeaders renewed = session(login);
    HttpHeaders token =
        session(
            http.exchange(
                "/camunda/app/cockpit/default/",
                HttpMethod.GET,
                new HttpEntity<>(renewed),
                String.class));
    renewed.set("X-XSRF-TOKEN", token.getFirst("X-XSRF-TOKEN"));
    return renewed;
  }

  private static HttpHeaders session(ResponseEntity<String> page) {
    List<String> cookies = page.getHeaders().getOrDefault(HttpHeaders.SET_COOKIE, List.of());
    var headers = new HttpHeaders();
    headers.add(
        HttpHeaders.COOKIE,
        cookies.stream().map(cookie -> cookie.split(";")[0]).collect(Collectors.joining("; ")));
    cookies.stream()
        .filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
        .map(cookie -> cookie.split(";")[0].substring("XSRF-TOKEN=".length()))
        .forEach(token -> headers.set("X-XSRF-TOKEN", token));
    return headers;
  }

  private static ResponseEntity<String> post(
      TestRestTemplate http, String path, String body, HttpHeaders session) {
    var headers = new HttpHeaders();
    headers.addAll(session);
    headers.setContentType(MediaType.APPLICATION_JSON);
    return http.exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
  }

  @Test
  void onlyAnOperatorHasEventsPublishedAgain() {
    var operator = http.withBasicAuth("operator", "test-password");
    assertThat(post(http, "/republications", "{}", new HttpHeaders()).getStatusCode())
        .isEqualTo(HttpStatus.UNAUTHORIZED);
    assertThat(post(operator, "/republications", "{}", new HttpHeaders()).getBody())
        .isEqualTo("{\"orders\":0,\"events\":0,\"next\":null}");
    assertProblem(
        post(operator, "/republications", "{\"since\": \"yesterday\"}", new HttpHeaders()),
        HttpStatus.BAD_REQUEST,
        "invalid-request");
  }

  private static void assertRefused(ResponseEntity<String> answer) {
    assertProblem(answer, HttpStatus.BAD_REQUEST, "query-expression-refused");
  }

  private static void assertProblem(ResponseEntity<String> answer, HttpStatus status, String type) {
    assertThat(answer.getStatusCode()).isEqualTo(status);
    assertThat(String.valueOf(answer.getHeaders().getContentType()))
        .startsWith("application/problem+json");
    assertThat(answer.getBody()).contains("urn:baedal:problem:" + type);
  }
}
