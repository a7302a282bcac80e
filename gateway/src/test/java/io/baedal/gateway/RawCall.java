package io.baedal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sends requests as raw bytes, since HTTP clients normalize them. */
final class RawCall {

  private static final int TIMEOUT_MILLIS = 20_000;

  /** All bytes received until the connection was closed. */
  record Answer(int status, List<String> headers, String body) {

    static Answer of(String text) {
      int end = text.indexOf("\r\n\r\n");
      List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\r\n")));
      int status = Integer.parseInt(lines.remove(0).split(" ")[1]);
      return new Answer(status, lines, text.substring(end + 4));
    }

    List<String> header(String name) {
      String prefix = name.toLowerCase(Locale.ROOT) + ": ";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
          .map(line -> line.substring(prefix.length()))
          .toList();
    }

    /** Checks all members of a problem and returns it. */
    JsonNode problem(int expectedStatus, String type) throws IOException {
      assertThat(status).as(toString()).isEqualTo(expectedStatus);
      assertThat(header("Content-Type")).containsExactly("application/problem+json");
      assertThat(header("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(header("Cache-Control")).containsExactly("no-store");
      JsonNode problem = new ObjectMapper().readTree(body);
      assertThat(problem.path("type").asText()).isEqualTo("urn:baedal:problem:" + type);
      assertThat(problem.path("status").asInt()).isEqualTo(expectedStatus);
      assertThat(problem.path("title").asText()).isNotBlank();
      assertThat(problem.path("detail").asText()).isNotBlank();
      return problem;
    }
  }

  /** Sends {@code request}, one byte per character. */
  static Answer send(int port, String request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return read(socket);
    }
  }

  static Answer read(Socket socket) throws IOException {
    socket.setSoTimeout(TIMEOUT_MILLIS);
    return Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  /** A GET that closes the connection. */
  static Answer get(int port, String target) throws IOException {
    return send(
        port, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }

  private RawCall() {}
}
