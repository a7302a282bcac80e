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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MenuCommandTest {

  @TempDir private Path directory;

  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private final List<String> requests = new ArrayList<>();
  private final Queue<String> answers = new ArrayDeque<>();
  private HttpServer gateway;

  @BeforeEach
  void startGateway() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/",
        call -> {
          String body = new String(call.getRequestBody().readAllBytes(), UTF_8);
          requests.add(call.getRequestMethod() + " " + call.getRequestURI() + " " + body);
          assertThat(call.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer secret");
          String[] answer = answers.remove().split(" ", 2);
          byte[] json = answer[1].getBytes(UTF_8);
          call.sendResponseHeaders(Integer.parseInt(answer[0]), json.length);
          call.getResponseBody().write(json);
          call.close();
        });
    gateway.start();
  }

  @AfterEach
  void stop() {
    gateway.stop(0);
  }

  @Test
  void replacesTheMenuOfEachStore() throws IOException {
    answers.add("200 {\"storeId\": \"store-1\", \"items\": [{}, {}]}");
    answers.add("200 {\"storeId\": \"store 2\", \"items\": []}");

    assertThat(
            menu("{\"store-1\": {\"items\": [{\"unitPrice\": 1}]}, \"store 2\": {\"items\": []}}"))
        .isZero();

    assertThat(requests)
        .containsExactly(
            "PUT /stores/store-1/menu {\"items\":[{\"unitPrice\":1}]}",
            "PUT /stores/store%202/menu {\"items\":[]}");
    assertThat(output.toString().lines())
        .containsExactly("store-1       2 items", "store 2       0 items");
  }

  @Test
  void namesTheStoreAndTheFieldsThatAreRefused() throws IOException {
    answers.add(
        """
        400 {"detail": "The request has one error, see errors.",
         "errors": [{"field": "items[0].unitPrice", "message": "is missing"}]}
        """);

    assertThat(menu("{\"store-1\": {\"items\": [{}]}, \"store-2\": {}}")).isOne();

    assertThat(errors.toString())
        .isEqualToIgnoringNewLines(
            "baedal: Menu of store-1: 400: The request has one error, see errors."
                + " items[0].unitPrice is missing;");
    assertThat(requests).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", ""})
  void refusesAFileThatIsNoObject(String content) throws IOException {
    assertThat(menu(content)).isOne();
    assertThat(errors.toString()).contains("menus.json is not");
    assertThat(requests).isEmpty();
  }

  @Test
  void namesAMissingFile() {
    assertThat(run("nosuch.json")).isOne();
    assertThat(errors.toString()).isEqualToIgnoringNewLines("baedal: Cannot read nosuch.json.");
  }

  private int menu(String content) throws IOException {
    return run(Files.writeString(directory.resolve("menus.json"), content).toString());
  }

  private int run(String file) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(output, true));
    command.setErr(new PrintWriter(errors, true));
    String url = "http://localhost:" + gateway.getAddress().getPort();
    return command.execute("menu", file, "--url", url, "--token", "secret");
  }
}
