package io.baedal.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A client that does not read its answer is disconnected, and the service is released. */
@GatewayTest(properties = {"gateway.drain=0s", "gateway.answer-timeout=1s"})
@DirtiesContext
class SlowReadersTest {

  private static final EndlessBackend ORDER_VIEW = new EndlessBackend();

  @LocalServerPort int port;

  @DynamicPropertySource
  static void backend(DynamicPropertyRegistry registry) {
    registry.add("gateway.routes.order-view.url", ORDER_VIEW::url);
  }

  @AfterAll
  static void close() throws IOException {
    ORDER_VIEW.server.close();
  }

  @Test
  void clientIsDisconnected() throws IOException {
    try (Socket client = new Socket()) {
      client.setReceiveBufferSize(4096);
      client.connect(new InetSocketAddress("localhost", port));
      client
          .getOutputStream()
          .write(
              "GET /order-views HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.ISO_8859_1));

      await().atMost(Duration.ofSeconds(60)).until(ORDER_VIEW.released::isDone);
      assertThat(ORDER_VIEW.released).isCompletedWithValue(true);
      // the client receives the bytes that were already sent
      client.setSoTimeout(20_000);
      assertThat(readToEnd(client)).isPositive();
    }
  }

  private static long readToEnd(Socket client) {
    long read = 0;
    try {
      InputStream answer = client.getInputStream();
      byte[] part = new byte[64 * 1024];
      for (int length = answer.read(part); length >= 0; length = answer.read(part)) {
        read += length;
      }
    } catch (SocketException reset) {
      // a reset ends the answer as well
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  /** Answers its first request until the connection is closed. */
  private static final class EndlessBackend {

    private final ServerSocket server;
    private final CompletableFuture<Boolean> released = new CompletableFuture<>();

    EndlessBackend() {
      try {
        server = new ServerSocket(0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Thread thread = new Thread(this::serve, "endless-backend");
      thread.setDaemon(true);
      thread.start();
    }

    String url() {
      return "http://localhost:" + server.getLocalPort();
    }

    private void serve() {
      try (Socket gateway = server.accept()) {
        OutputStream answer = gateway.getOutputStream();
        answer.write(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n"
                .getBytes(StandardCharsets.ISO_8859_1));
        byte[] part = new byte[64 * 1024];
        while (true) {
          answer.write(part);
        }
      } catch (IOException gone) {
        released.complete(true);
      }
    }
  }
}
