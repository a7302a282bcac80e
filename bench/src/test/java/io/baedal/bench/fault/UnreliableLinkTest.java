package io.baedal.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnreliableLinkTest {

  private static final Duration DELAY = Duration.ofMillis(300);

  private final AtomicInteger worked = new AtomicInteger();
  private final HttpClient caller = HttpClient.newHttpClient();
  private HttpServer worker;
  private UnreliableLink link;

  @BeforeEach
  void start() throws IOException {
    worker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    worker.createContext(
        "/",
        exchange -> {
          worked.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    worker.start();
    link = new UnreliableLink(worker.getAddress().getPort(), DELAY);
  }

  @AfterEach
  void stop() throws IOException {
    link.close();
    worker.stop(0);
  }

  @Test
  void passesAnswersOn() throws Exception {
    assertThat(call("/payments")).isEqualTo(204);
  }

  @Test
  void losesTheAnswerToWorkThatWasDone() {
    link.mode(UnreliableLink.Mode.LOSE);
    assertThatThrownBy(() -> call("/payments")).isInstanceOf(IOException.class);
    assertThat(worked).hasPositiveValue();
  }

  @Test
  void delaysAnswers() throws Exception {
    link.mode(UnreliableLink.Mode.DELAY);
    long begun = System.nanoTime();
    assertThat(call("/payments")).isEqualTo(204);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(DELAY);
  }

  @Test
  void letsAHookDecideAboutOneAnswer() throws Exception {
    var seen = new AtomicInteger();
    link.onNextAnswer(
        () -> {
          seen.incrementAndGet();
          return true;
        });
    call("/payments");
    call("/payments");
    assertThat(seen).hasValue(1);
    assertThat(link.removeHook()).isFalse();
  }

  @Test
  void alwaysPassesReadinessProbes() throws Exception {
    link.mode(UnreliableLink.Mode.LOSE);
    link.onNextAnswer(() -> false);
    assertThat(call("/readyz")).isEqualTo(204);
    assertThat(link.removeHook()).isTrue();
  }

  private int call(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + link.port() + path))
            .timeout(Duration.ofMinutes(2))
            .build();
    return caller.send(request, BodyHandlers.discarding()).statusCode();
  }
}
