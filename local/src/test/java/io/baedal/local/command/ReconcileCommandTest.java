package io.baedal.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.baedal.local.Main;
import io.baedal.local.common.Part;
import io.baedal.local.common.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Runs against a simulated orchestrator. */
class ReconcileCommandTest {
  private static final String NONE = "{\"items\": [], \"next\": null}";
  private static final String ONE =
      """
      {"items": [{"orderId": "5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11", "kind": "NOT_REFUNDED",
                  "sources": {"order": "CANCELLED", "payment": "APPROVED, 18000 held\\u001b[2J"},
                  "firstSeenAt": "2026-03-01T10:00:00Z"}], "next": %s}
      """;

  @TempDir Path data;
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  private final List<String> listed = Collections.synchronizedList(new ArrayList<>());
  private volatile String disagreements = NONE;
  private volatile String failure = "null";
  private volatile boolean ends = true;
  private HttpServer orchestrator;

  @BeforeEach
  void startOrchestrator() throws IOException {
    orchestrator = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    orchestrator.createContext("/", this::answer);
    orchestrator.start();
  }

  @AfterEach
  void stop() {
    orchestrator.stop(0);
  }

  @Test
  void endsWithZeroIfAllAgree() {
    assertThat(reconcile()).isZero();
    assertThat(output.toString())
        .matches("Compared 7 orders that changed before 20[-0-9]+ [:0-9]+: no disagreement.\\R");
    assertThat(bodies).containsExactly("{}");
  }

  @Test
  void listsDisagreementsAndEndsWithOne() {
    disagreements = ONE.formatted("null");

    assertThat(reconcile()).isOne();
    assertThat(output.toString().lines())
        .hasSize(3)
        .satisfies(lines -> assertThat(lines.get(0)).startsWith("SINCE").contains("ORDER"))
        .satisfies(
            lines ->
                assertThat(lines.get(1))
                    .contains(
                        "5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11  NOT_REFUNDED",
                        "order CANCELLED; payment APPROVED, 18000 held")
                    .doesNotContain("\u001b"))
        .satisfies(lines -> assertThat(lines.get(2)).endsWith(": 1 disagreement."));
  }

  @Test
  void readsPageAfterPageAndReportsThatThereAreMore() {
    disagreements = ONE.formatted("\"bmV4dA\"");

    assertThat(reconcile("--limit", "2")).isOne();
    assertThat(output.toString().lines())
        .hasSize(4)
        .last()
        .asString()
        .endsWith(": more than 2 disagreements; --limit N shows more.");
    assertThat(listed).containsExactly("size=2", "size=1&after=bmV4dA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-31T18:30:00Z", "30m", "12h", "7d"})
  void takesATimeOrASpan(String since) {
    assertThat(reconcile("--since", since)).isZero();
    assertThat(bodies).singleElement().asString().contains("\"from\":\"20");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--since=yesterday", "--since=7", "--since=", "--limit=0", "--timeout=0", "--fly"})
  void rejectsInvalidArguments(String option) {
    assertThat(reconcile(option)).isEqualTo(2);
    assertThat(errors.toString()).contains(option.replaceAll("=.*", ""));
  }

  @Test
  void needsATokenForAnotherSystem() {
    assertThat(execute("--url", address())).isOne();
    assertThat(errors.toString()).contains("needs --token");
    assertThat(execute("--url", "nowhere", "--token", "secret")).isEqualTo(2);
  }

  @Test
  void reportsThatItsTokenIsNotAccepted() {
    assertThat(execute("--url", address(), "--token", "wrong")).isOne();
    assertThat(errors.toString()).contains("does not accept this").doesNotContain("wrong");
  }

  @Test
  void reportsWhyItWaitsAndFailsAfterTheTimeout() {
    ends = false;
    failure = "\"payment does not answer\"";

    assertThat(reconcile("--timeout", "1")).isOne();
    assertThat(errors.toString().lines())
        .containsExactly(
            "baedal: waiting: payment does not answer",
            "baedal: Not compared within 1 s: payment does not answer");
  }

  @Test
  void reportsThatNothingRuns() {
    String port = "" + Ports.free().of(Part.ORCHESTRATOR);

    assertThat(execute("--data", data.toString(), "--port", "orchestrator=" + port)).isOne();
    assertThat(errors.toString()).contains("start the system first with ./baedal up");
  }

  private int reconcile(String... options) {
    List<String> all = new ArrayList<>(List.of("--url", address(), "--token", "secret"));
    all.addAll(List.of(options));
    return execute(all.toArray(String[]::new));
  }

  private int execute(String... options) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(output, true));
    command.setErr(new PrintWriter(errors, true));
    List<String> all = new ArrayList<>(List.of("reconcile"));
    all.addAll(List.of(options));
    return command.execute(all.toArray(String[]::new));
  }

  private String address() {
    return "http://localhost:" + orchestrator.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean known = "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
    boolean posted = exchange.getRequestMethod().equals("POST");
    if (posted && known) {
      bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    }
    String reconciliation =
        "{\"id\": \"1\", \"orders\": 7, \"failure\": %s, \"endedAt\": %s, \"to\": \"2026-03-01T09:55:00Z\"}"
            .formatted(failure, ends && !posted ? "\"2026-03-01T10:00:00Z\"" : "null");
    boolean lists = exchange.getRequestURI().getPath().equals("/disagreements");
    if (lists) {
      listed.add(exchange.getRequestURI().getQuery());
    }
    byte[] body = (lists ? disagreements : reconciliation).getBytes(UTF_8);
    exchange.sendResponseHeaders(known ? (posted ? 202 : 200) : 401, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
