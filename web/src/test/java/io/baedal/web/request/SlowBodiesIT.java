package io.baedal.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.web.WebAutoConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Bodies that arrive in chunks, slowly, or not at all, over real sockets. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "server.tomcat.threads.max=4",
      "server.tomcat.connection-timeout=60s",
      "baedal.web.body.limit=1KB",
      "baedal.web.body.limit-of-all=50KB",
      "baedal.web.body.patience=8s"
    })
class SlowBodiesIT {

  private static final int SLOW_CLIENTS = 40;
  private static final String BODY = "{\"text\":\"김\"}";

  @LocalServerPort private int port;

  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void slowBodiesHoldNoThreadAndTimeOut() throws IOException {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < SLOW_CLIENTS; i++) {
      slow.add(send("Content-Length: 1000\r\n\r\n{"));
    }

    // otherwise no thread would be free before the slow bodies time out
    assertThat(answer(send(withLength(BODY)))).startsWith("HTTP/1.1 200");
    assertThat(slow.get(0).getInputStream().available()).isZero();

    for (Socket socket : slow) {
      assertThat(answer(socket))
          .startsWith("HTTP/1.1 408")
          .contains("application/problem+json", "urn:baedal:problem:request-timeout");
    }
  }

  /** Tomcat would use a thread to read the rest of each body. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /things HTTP/1.1\r\nHost: evil.example\r\n",
        "POST /things HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n",
        "POST //things HTTP/1.1\r\nHost: localhost\r\n",
        "POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: gzip\r\n",
        "POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n",
        "GET /nowhere HTTP/1.1\r\nHost: evil.example\r\n"
      })
  void slowBodiesOfRefusedRequestsHoldNoThread(String head) throws IOException {
    String length = head.contains("Content-Length") ? "" : "Content-Length: 1000\r\n";
    for (int i = 0; i < SLOW_CLIENTS; i++) {
      open(head + length + "\r\n{");
    }

    Socket socket = send(withLength(BODY));
    socket.setSoTimeout(30_000);
    assertThat(answer(socket)).startsWith("HTTP/1.1 200");
  }

  @Test
  void readsChunkedBodies() throws IOException {
    byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
    Socket socket = send("Transfer-Encoding: chunked\r\n\r\n");
    for (byte part : body) {
      socket.getOutputStream().write("1\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(new byte[] {part, '\r', '\n'});
      socket.getOutputStream().flush();
    }
    socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    assertThat(answer(socket)).startsWith("HTTP/1.1 200").contains(BODY);
  }

  @Test
  void limitsABodyWithoutContentLength() throws IOException {
    String chunk = "200\r\n" + " ".repeat(0x200) + "\r\n";

    assertThat(answer(send("Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk + chunk)))
        .startsWith("HTTP/1.1 413")
        .contains("urn:baedal:problem:payload-too-large");
  }

  @Test
  void limitsAllBodiesTogether() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    // a Content-Length alone does not count
    for (int i = 0; i < 60; i++) {
      send("Content-Length: 1024\r\n\r\n");
    }
    for (int i = 0; i < 51; i++) {
      waiting.add(send("Content-Length: 1024\r\n\r\n" + " ".repeat(1023)));
    }

    List<String> answers = new ArrayList<>();
    for (Socket socket : waiting) {
      byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 503".length());
      answers.add(new String(status, StandardCharsets.US_ASCII));
    }
    assertThat(answers).containsOnly("HTTP/1.1 503", "HTTP/1.1 408");
    assertThat(answers).filteredOn("HTTP/1.1 503"::equals).hasSize(1);
    assertThat(answer(send(withLength(BODY)))).startsWith("HTTP/1.1 200");
  }

  @Test
  void aBodyThatIsInterruptedReleasesItsMemory() throws IOException {
    for (int i = 0; i < 60; i++) {
      send("Content-Length: 1024\r\n\r\n{").close();
      assertThat(answer(send(withLength(BODY)))).startsWith("HTTP/1.1 200");
    }
  }

  private static String withLength(String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "Content-Length: " + length + "\r\n\r\n" + body;
  }

  private Socket send(String rest) throws IOException {
    return open(
        "POST /things HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\n"
            + rest);
  }

  private Socket open(String request) throws IOException {
    var socket = new Socket("localhost", port);
    sockets.add(socket);
    socket.setSoTimeout(60_000);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    InputStream answer = socket.getInputStream();
    return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ValidationAutoConfiguration.class,
    WebAutoConfiguration.class
  })
  @Import(Things.class)
  static class Service {}

  @RestController
  static class Things {

    @PostMapping(path = "/things", produces = "application/json")
    Thing take(@RequestBody Thing thing) {
      return thing;
    }
  }

  record Thing(@Text(max = 500) String text) {}
}
