package io.baedal.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.baedal.local.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MigrateCommandTest {
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private final List<String> requests = new ArrayList<>();
  private final Queue<String> answers = new ArrayDeque<>();
  private HttpServer orchestrator;

  @BeforeEach
  void startOrchestrator() throws IOException {
    orchestrator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    orchestrator.createContext(
        "/",
        call -> {
          String body = new String(call.getRequestBody().readAllBytes(), UTF_8);
          requests.add((call.getRequestMethod() + " " + call.getRequestURI() + " " + body).strip());
          assertThat(call.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer secret");
          String[] answer = answers.remove().split(" ", 2);
          byte[] json = answer[1].getBytes(UTF_8);
          call.sendResponseHeaders(Integer.parseInt(answer[0]), json.length);
          call.getResponseBody().write(json);
          call.close();
        });
    orchestrator.start();
  }

  @AfterEach
  void stop() {
    orchestrator.stop(0);
  }

  @Test
  void listsVersionsWithTheirOrdersAndPlans() {
    answers.add(
        """
        200 {"items": [
         {"version": 2, "tag": "2", "orders": 7, "startsHere": true, "migrations": []},
         {"version": 1, "tag": null, "orders": 12, "startsHere": false, "migrations": ["1-to-2"]}]}
        """);

    assertThat(run()).isZero();
    assertThat(output.toString().lines())
        .containsExactly(
            "VERSION  TAG            ORDERS  NEW     PLANS",
            "2        2                   7  here",
            "1        -                  12          1-to-2");
  }

  @Test
  void aDryRunReadsAllPagesAndNamesOrdersThatCannotMigrate() {
    answers.add("200 {\"migrated\": 2, \"busy\": 0, \"refused\": [], \"next\": \"b\"}");
    answers.add(
        """
        200 {"migrated": 0, "busy": 1, "next": null, "refused":
         [{"orderId": "c", "reasons": ["Task_A: no place", "Task_B: no place"]}]}
        """);

    assertThat(run("--plan", "1-to-2", "--dry-run", "--reason", "a look")).isOne();

    assertThat(requests)
        .containsExactly(
            "POST /migrations {\"plan\":\"1-to-2\",\"dryRun\":true,\"reason\":\"a look\","
                + "\"after\":null}",
            "POST /migrations {\"plan\":\"1-to-2\",\"dryRun\":true,\"reason\":\"a look\","
                + "\"after\":\"b\"}");
    assertThat(output.toString().lines())
        .containsExactly(
            "1-to-2, dry run: nothing was changed",
            "possible        2",
            "busy            1",
            "refused         1",
            "",
            "ORDER                                 REASON",
            "c                                     Task_A: no place; Task_B: no place");
    assertThat(errors.toString())
        .isEqualToIgnoringNewLines("baedal: 2 orders cannot be migrated now.");
  }

  @Test
  void retriesBusyOrders() {
    answers.add("200 {\"migrated\": 1, \"busy\": 1, \"refused\": [], \"next\": null}");
    answers.add("200 {\"migrated\": 1, \"busy\": 0, \"refused\": [], \"next\": null}");

    assertThat(run("--plan", "1-to-2", "--reason", "new step")).isZero();

    assertThat(output.toString().lines())
        .containsExactly("1-to-2", "migrated        2", "busy            0", "refused         0");
  }

  @Test
  void reportsWhyAPlanFitsNoOrder() {
    answers.add(
        """
        409 {"detail": "Migration 1-to-2 fits no order.", "reasons": ["Task_A: gone"]}
        """);

    assertThat(run("--plan", "1-to-2", "--dry-run", "--reason", "a look")).isOne();
    assertThat(errors.toString())
        .isEqualToIgnoringNewLines("baedal: 409: Migration 1-to-2 fits no order. Task_A: gone;");
  }

  @ParameterizedTest
  @CsvSource({"--plan 1-to-2,--reason", "--dry-run,--plan", "--reason why,--plan"})
  void rejectsInvalidArguments(String arguments, String message) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(errors.toString()).contains(message);
  }

  @Test
  void reportsThatNothingRuns() {
    orchestrator.stop(0);

    assertThat(run()).isOne();
    assertThat(errors.toString()).endsWith("start the system first with ./baedal up\n");
  }

  @Test
  void asksForATokenOfAnotherSystem() {
    assertThat(execute("--url", "http://localhost:1")).isOne();
    assertThat(errors.toString()).contains(OperatorToken.VARIABLE);
  }

  private int run(String... arguments) {
    int port = orchestrator.getAddress().getPort();
    return execute(
        Stream.concat(
                Stream.of("--url", "http://localhost:" + port, "--token", "secret"),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  private int execute(String... arguments) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(output, true));
    command.setErr(new PrintWriter(errors, true));
    return command.execute(
        Stream.concat(Stream.of("migrate"), Stream.of(arguments)).toArray(String[]::new));
  }
}
