package io.baedal.orchestrator.operations.access;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.orchestrator.OrchestratorTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Groups;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.LinkedMultiValueMap;

/** Who can access the engine, and with which requests. */
@OrchestratorTest
class EngineAccessIT {

  private static final String WITH_EXPRESSION =
      "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}";
  private static final String WITHOUT_EXPRESSION = "{\"orQueries\":[{\"assignee\":\"operator\"}]}";

  @Autowired TestRestTemplate http;
  @Autowired HistoryService history;
  @Autowired IdentityService identities;
  @Autowired RepositoryService repository;
  @Autowired JdbcTemplate jdbc;

  /** CVE-2026-109432. */
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

  /** CVE-2026-109432. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json;charset=UTF-16",
        "application/json;charset=UTF-16LE",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data;boundary=x"
      })
  void refusesAnExpressionWithAnyContentType(String contentType) {
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.CONTENT_TYPE, contentType);
    for (byte[] body : List.of(WITH_EXPRESSION.getBytes(UTF_8), WITH_EXPRESSION.getBytes(UTF_16))) {
      assertRefused(
          asOperator()
              .exchange(
                  "/engine-rest/task",
                  HttpMethod.POST,
                  new HttpEntity<>(body, headers),
                  String.class));
    }
  }

  /** CVE-2026-77226: the setup creates an administrator without a login while none exists. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/admin/setup/default/user/create",
        "/camunda/api/admin/setup;x/default/user/create",
        "/camunda/api/admin//setup/default/user/create",
        "/camunda/api/admin/%73etup/default/user/create",
        "/camunda/api/admin/x/../setup/default/user/create",
        "/camunda/api/admin/SETUP/default/user/create"
      })
  void theSetupCreatesNoAdministrator(String path) {
    String user =
        """
        {"profile": {"id": "mallory", "firstName": "M", "lastName": "M", "email": "m@example.org"},
         "credentials": {"password": "aVeryLongPassword-17"}}""";
    identities.deleteMembership("operator", Groups.CAMUNDA_ADMIN);
    try {
      var page = http.getForEntity("/camunda/app/cockpit/default/", String.class);
      HttpHeaders session = session(page);
      session.setContentType(MediaType.APPLICATION_JSON);
      var answer =
          http.exchange(
              URI.create(http.getRootUri() + path),
              HttpMethod.POST,
              new HttpEntity<>(user, session),
              String.class);
      assertThat(answer.getStatusCode().is4xxClientError()).as(answer.toString()).isTrue();
      assertThat(identities.createUserQuery().userId("mallory").count()).isZero();
      assertProblem(
          http.getForEntity("/camunda/app/admin/default/setup/", String.class),
          HttpStatus.FORBIDDEN,
          "setup-refused");
    } finally {
      identities.createMembership("operator", Groups.CAMUNDA_ADMIN);
    }
  }

  /** CVE-2026-109432. */
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

  /** A challenge to a script would open the browser's own dialog over the webapps' login form. */
  @ParameterizedTest
  @CsvSource({", true", "navigate, true", "cors, false", "no-cors, false", "same-origin, false"})
  void challengesNavigationsButNotScripts(@Nullable String secFetchMode, boolean challenge) {
    var headers = new HttpHeaders();
    if (secFetchMode != null) {
      headers.set("Sec-Fetch-Mode", secFetchMode);
    }
    for (String path : List.of("/camunda-welcome", "/stuck-orders", "/engine-rest/user")) {
      var answer = http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);
      assertProblem(answer, HttpStatus.UNAUTHORIZED, "unauthorized");
      assertThat(answer.getHeaders().containsKey(HttpHeaders.WWW_AUTHENTICATE))
          .as(path)
          .isEqualTo(challenge);
    }
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
  void noPathBypassesTheLogin(String path) {
    var answer = http.getForEntity(URI.create(http.getRootUri() + path), String.class);
    assertThat(answer.getStatusCode().is4xxClientError()).as(answer.toString()).isTrue();
    assertThat(String.valueOf(answer.getBody())).doesNotContain("Operator");
  }

  @Test
  void wrongPasswordsDoNotLockTheOperatorOut() {
    for (int i = 0; i < 2 * PasswordChecks.MANY; i++) {
      assertThat(status(http.withBasicAuth("operator", "guess"), "/stuck-orders"))
          .isEqualTo(HttpStatus.UNAUTHORIZED);
      assertThat(logIn("guess").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
      assertThat(status(asOperator(), "/stuck-orders")).isEqualTo(HttpStatus.OK);
    }
    assertThat(logIn("test-password").getStatusCode()).isEqualTo(HttpStatus.OK);
  }

  @Test
  void aUserThatAnEarlierBuildLockedCanLogIn() {
    jdbc.update(
        "UPDATE act_id_user SET attempts_ = 100, lock_exp_time_ = now() + interval '1 day'"
            + " WHERE id_ = 'operator'");
    assertThat(status(asOperator(), "/stuck-orders")).isEqualTo(HttpStatus.OK);
  }

  private static HttpStatusCode status(TestRestTemplate client, String path) {
    return client.getForEntity(path, String.class).getStatusCode();
  }

  @ParameterizedTest
  @CsvSource({"http://evil.example,", "null,", ", same-site", ", cross-site"})
  void refusesWritesFromPagesOfOtherSites(@Nullable String origin, @Nullable String secFetchSite) {
    var headers = new HttpHeaders();
    if (origin != null) {
      headers.setOrigin(origin);
    }
    if (secFetchSite != null) {
      headers.set("Sec-Fetch-Site", secFetchSite);
    }
    var forged = new HttpEntity<>(headers);
    assertProblem(
        asOperator().exchange("/reconciliations", HttpMethod.POST, forged, String.class),
        HttpStatus.FORBIDDEN,
        "foreign-origin");
    assertThat(
            asOperator()
                .exchange("/stuck-orders", HttpMethod.GET, forged, String.class)
                .getStatusCode())
        .isEqualTo(HttpStatus.OK);

    long before = repository.createDeploymentQuery().count();
    assertProblem(deploy(headers), HttpStatus.FORBIDDEN, "foreign-origin");
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);

    HttpHeaders session = login();
    session.addAll(headers);
    assertProblem(
        post(http, "/camunda/api/engine/engine/default/task", WITHOUT_EXPRESSION, session),
        HttpStatus.FORBIDDEN,
        "foreign-origin");
  }

  @Test
  void acceptsADeploymentAsAForm() {
    assertThat(deploy(new HttpHeaders()).getStatusCode()).isEqualTo(HttpStatus.OK);
  }

  private ResponseEntity<String> deploy(HttpHeaders headers) {
    String model =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
          <process id="Forged" isExecutable="true" xmlns:c="http://camunda.org/schema/1.0/bpmn"
              c:historyTimeToLive="1"><startEvent id="start"/></process>
        </definitions>""";
    var form = new LinkedMultiValueMap<String, Object>();
    form.add("deployment-name", "forged");
    form.add(
        "data",
        new ByteArrayResource(model.getBytes(UTF_8)) {
          @Override
          public String getFilename() {
            return "forged.bpmn";
          }
        });
    var multipart = new HttpHeaders();
    multipart.addAll(headers);
    multipart.setContentType(MediaType.MULTIPART_FORM_DATA);
    return asOperator()
        .exchange(
            "/engine-rest/deployment/create",
            HttpMethod.POST,
            new HttpEntity<>(form, multipart),
            String.class);
  }

  private TestRestTemplate asOperator() {
    return http.withBasicAuth("operator", "test-password");
  }

  @Test
  void aNameWithControlCharactersIsUnauthorized() {
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
  void aCancelNeedsALoginAndAnOrder() {
    String path = "/orders/" + UUID.randomUUID() + "/cancellations";
    var operator = http.withBasicAuth("operator", "test-password");
    assertThat(post(http, path, "", new HttpHeaders()).getStatusCode())
        .isEqualTo(HttpStatus.UNAUTHORIZED);
    String why = "{\"reason\": \"the store is closed\"}";
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

  private ResponseEntity<String> logIn(String password) {
    ResponseEntity<String> page = http.getForEntity("/camunda/app/cockpit/default/", String.class);
    var form = new HttpHeaders();
    form.addAll(session(page));
    form.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
    return http.exchange(
        "/camunda/api/admin/auth/user/default/login/cockpit",
        HttpMethod.POST,
        new HttpEntity<>("username=operator&password=" + password, form),
        String.class);
  }

  @Test
  void theLoginCookieIsHiddenFromScriptsAndOtherSites() {
    assertThat(logIn("test-password").getHeaders().get(HttpHeaders.SET_COOKIE))
        .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
        .singleElement()
        .asString()
        .contains("HttpOnly")
        .containsOnlyOnce("SameSite=Lax");
  }

  private HttpHeaders login() {
    ResponseEntity<String> login = logIn("test-password");
    assertThat(login.getStatusCode()).isEqualTo(HttpStatus.OK);
    // a login renews the session; the next page sets its CSRF token
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
  void onlyAnOperatorCanRepublishEvents() {
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
