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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RepublishCommandTest {

  private static final String FIRST = "{\"orders\": 200, \"events\": 310, \"next\": \"b7\"}";
  private static final String LAST = "{\"orders\": 3, \"events\": 4, \"next\": null}";

  @TempDir private Path data;

  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private final Queue<String> answers = new ArrayDeque<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer service;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/republications", this::answer);
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void callsUntilAServiceHasRepublishedAllItsOrders() {
    answers.addAll(List.of(FIRST, "503", LAST));

    assertThat(run("--all", "--at", "payment=" + address(), "--token=secret")).isZero();

    assertThat(output.toString()).isEqualToIgnoringNewLines("payment       203 orders, 314 events");
    assertThat(requests)
        .containsExactly(
            "Bearer secret {}",
            "Bearer secret {\"after\":\"b7\"}",
            "Bearer secret {\"after\":\"b7\"}");
  }

  @Test
  void selectsOrdersByTheTimeOfTheirLastChange() {
    answers.add(LAST);

    assertThat(
            run(
                "--since",
                "2026-11-22T18:00:00Z",
                "--at",
                "orchestrator=" + address(),
                "--token=secret"))
        .isZero();

    assertThat(requests).containsExactly("Bearer secret {\"since\":\"2026-11-22T18:00:00Z\"}");
  }

  @ParameterizedTest
  @CsvSource({"90s,90", "30m,1800", "2h,7200", "1d,86400"})
  void countsBackFromNow(String value, long seconds) {
    Instant since = new Since().convert(value);

    assertThat(Duration.between(since, Instant.now()))
        .isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds + 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--since yesterday", "--since 2h --all"})
  void rejectsInvalidArguments(String arguments) {
    assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
    assertThat(errors.toString()).contains("--since");
  }

  @Test
  void reportsWhyAServiceRefuses() {
    answers.add("401");

    assertThat(run("--all", "--at", "order=" + address(), "--token=wrong")).isOne();
    assertThat(errors.toString()).contains("/republications answered 401", "no harm");
  }

  @Test
  void needsATokenForAnotherSystem() {
    assertThat(run("--all", "--at", "order=" + address())).isOne();
    assertThat(errors.toString()).contains("needs --token");
    assertThat(requests).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"order-view,order-view", "nobody,nobody"})
  void rejectsServicesThatDoNotRepublish(String name, String message) {
    assertThat(run("--all", "--at", name + "=" + address())).isOne();
    assertThat(errors.toString()).contains(message);
  }

  @Test
  void reportsThatNothingRuns() {
    int port = Ports.free().of(Part.ORDER);

    assertThat(run("--all", "--data", data.toString(), "--port", "order=" + port)).isOne();
    assertThat(errors.toString()).contains("./baedal up");
  }

  private String address() {
    return "http://localhost:" + service.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(
        exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    String answer = answers.remove();
    boolean refusal = answer.length() == 3;
    exchange.sendResponseHeaders(refusal ? Integer.parseInt(answer) : 200, refusal ? -1 : 0);
    if (!refusal) {
      exchange.getResponseBody().write(answer.getBytes(UTF_8));
    }
    exchange.close();
  }

  private int run(String... arguments) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(output, true));
    command.setErr(new PrintWriter(errors, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "republish";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return command.execute(all);
  }
}
