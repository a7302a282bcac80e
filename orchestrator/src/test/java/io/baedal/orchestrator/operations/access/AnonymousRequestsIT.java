package io.baedal.orchestrator.operations.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.orchestrator.OrchestratorTest;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The requests that a client without a login can make, and their limits. */
@OrchestratorTest
@Import(AnonymousRequestsIT.NewController.class)
class AnonymousRequestsIT {

  private static final String AS_OPERATOR =
      "Authorization: Basic b3BlcmF0b3I6dGVzdC1wYXNzd29yZA==\r\n";

  /** All open paths except those below /camunda, which the webapps protect. */
  private static final Set<String> OPEN =
      Set.of(
          "GET /",
          "GET /favicon.ico",
          "GET /v3/api-docs",
          "GET /v3/api-docs.yaml",
          "GET /v3/api-docs/swagger-config",
          "GET /swagger-ui.html");

  private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/cockpit";
  private static final int MORE_THAN_THREADS = 60;

  @LocalServerPort int port;
  @Autowired Bodies bodies;
  @Autowired AnonymousSessions sessions;
  @Autowired ServletContext servlets;
  @Autowired List<RequestMappingInfoHandlerMapping> controllers;
  @Autowired List<AbstractUrlHandlerMapping> resources;

  /** A controller without a rule in {@link Access}. */
  @RestController
  static class NewController {

    @GetMapping("/new-things/{id}")
    String read() {
      return "open";
    }

    @PostMapping("/new-things")
    String write() {
      return "open";
    }
  }

  @Test
  void onlyListedPathsAreOpen() throws IOException {
    Set<String> paths = paths();
    assertThat(paths)
        .contains("/new-things/x", "/new-things", "/stuck-orders", "/engine-rest/x", "/error");
    var open = new TreeSet<String>();
    for (String path : paths) {
      for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
        int status = Answer.status(send(method, path, "Content-Length: 0\r\n"));
        boolean swaggerUi = method.equals("GET") && path.startsWith("/swagger-ui/");
        if (status != 401 && !swaggerUi && !path.startsWith("/camunda/")) {
          open.add(method + " " + path);
        }
        if (path.startsWith("/camunda/") && !method.equals("GET")) {
          assertThat(status).as(method + " " + path).isIn(401, 403, 405);
        }
      }
    }
    assertThat(OPEN).containsAll(open);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics-count",
        "/camunda/api/admin/auth/user/default/x",
        "/camunda/api/tasklist/plugin/x/default/y"
      })
  void theWebappsProtectTheirApi(String path) throws IOException {
    assertThat(Answer.status(send("GET", path, ""))).isIn(401, 403, 404);
    assertThat(Answer.status(send("POST", path, "Content-Length: 0\r\n"))).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/task",
        "/engine-rest/deployment/create",
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/engine/engine/default/identity/password-policy",
        "/reconciliations",
        "/orders/x/cancellations",
        "/actuator/health",
        "/nothing"
      })
  void refusesBeforeTheBodyArrivesAndClosesTheConnection(String path) throws IOException {
    for (String length : List.of("Content-Length: 4000000", "Transfer-Encoding: chunked")) {
      String answer = send("POST", path, length + "\r\nContent-Type: application/json\r\n");
      assertThat(answer)
          .startsWith("HTTP/1.1 401")
          .containsIgnoringCase("connection: close")
          .contains("urn:baedal:problem:unauthorized");
    }
    assertThat(bodies.held()).isZero();
  }

  @Test
  void refusesALargeLoginForm() throws IOException {
    assertThat(send("POST", LOGIN, "Content-Length: 5000\r\n")).startsWith("HTTP/1.1 413");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/reconciliations", "/engine-rest/task", LOGIN})
  void slowBodiesDoNotBlockTheThreads(String path) throws IOException {
    var slow = new CopyOnWriteArrayList<Socket>();
    var timer = Executors.newSingleThreadScheduledExecutor();
    timer.scheduleAtFixedRate(
        () -> slow.forEach(AnonymousRequestsIT::sendByte), 1, 1, TimeUnit.SECONDS);
    try {
      for (int i = 0; i < MORE_THAN_THREADS; i++) {
        var socket = new Socket("localhost", port);
        slow.add(socket);
        write(socket, head("POST", path, "Content-Length: 1000\r\n"));
      }
      assertThat(Answer.status(send("GET", "/stuck-orders", AS_OPERATOR))).isEqualTo(200);
    } finally {
      timer.shutdownNow();
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private static void sendByte(Socket socket) {
    try {
      write(socket, "x");
    } catch (IOException closed) {
      // expected
    }
  }

  @Test
  void limitsTheSessions() throws IOException {
    for (int i = 0; i < AnonymousSessions.MOST + 20; i++) {
      assertThat(send("GET", "/camunda/app/cockpit/default/", "")).startsWith("HTTP/1.1 200");
    }
    assertThat(sessions.count()).isLessThanOrEqualTo(AnonymousSessions.MOST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/app/cockpit/default/",
        "/camunda/app/welcome/default/",
        "/camunda/api/admin/auth/user/default",
        "/camunda/api/engine/engine/",
        "/camunda/nothing"
      })
  void theSessionCookieIsHiddenFromScriptsAndOtherSites(String path) throws IOException {
    String answer = send("GET", path, "");
    assertThat(answer.lines().filter(line -> line.matches("(?i)set-cookie: *JSESSIONID.*")))
        .allSatisfy(
            cookie -> assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/stuck-orders",
        "/engine-rest/engine",
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/admin/auth/user/default",
        "/camunda/app/cockpit/default/",
        "/actuator/health",
        "/v3/api-docs",
        "/nothing",
        "/camunda/..;/x"
      })
  void browsersNeitherSniffNorStoreResponses(String path) throws IOException {
    for (String login : List.of("", AS_OPERATOR)) {
      assertThat(send("GET", path, login))
          .containsIgnoringCase("x-content-type-options: nosniff")
          .containsIgnoringCase("cache-control: no-store")
          .doesNotContain("no-cache");
    }
  }

  @Test
  void aRequestForAnotherHostNameIsRefused() throws IOException {
    String request = "GET /actuator/health HTTP/1.1\r\nHost: evil.example\r\n\r\n";
    assertThat(exchange(request))
        .startsWith("HTTP/1.1 421")
        .contains("urn:baedal:problem:misdirected-request");
  }

  private Set<String> paths() {
    var patterns = new LinkedHashSet<String>(List.of("/error", "/nothing"));
    controllers.forEach(
        mapping ->
            mapping
                .getHandlerMethods()
                .keySet()
                .forEach(info -> patterns.addAll(info.getPatternValues())));
    resources.forEach(mapping -> patterns.addAll(mapping.getHandlerMap().keySet()));
    for (ServletRegistration servlet : servlets.getServletRegistrations().values()) {
      patterns.addAll(servlet.getMappings());
    }
    var paths = new TreeSet<String>();
    patterns.forEach(
        pattern -> paths.add(pattern.replaceAll("\\*/", "/").replaceAll("\\{[^/]*}|\\*+", "x")));
    return paths;
  }

  private String send(String method, String path, String headers) throws IOException {
    return exchange(head(method, path, headers));
  }

  private static String head(String method, String path, String headers) {
    return "%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(method, path, headers);
  }

  /** Sends a request and reads its answer; the server may keep the connection open. */
  private String exchange(String request) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(60_000);
      write(socket, request);
      return Answer.read(socket.getInputStream());
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
  }

  /** The text of an HTTP response. */
  private static final class Answer {

    static String read(InputStream in) throws IOException {
      var text = new StringBuilder();
      byte[] bytes = new byte[8192];
      while (!isComplete(text)) {
        int some = in.read(bytes);
        if (some < 0) {
          break;
        }
        text.append(new String(bytes, 0, some, UTF_8));
      }
      return text.toString();
    }

    static int status(String answer) {
      return Integer.parseInt(answer.substring(9, 12));
    }

    /** Whether it contains the head, and the beginning of the body if there is one. */
    private static boolean isComplete(StringBuilder text) {
      int end = text.indexOf("\r\n\r\n");
      if (end < 0) {
        return false;
      }
      String head = text.substring(0, end).toLowerCase(Locale.ROOT);
      boolean empty = head.contains("content-length: 0") || !head.contains("\r\ncontent-type");
      return empty || text.length() > end + 4;
    }
  }
}
