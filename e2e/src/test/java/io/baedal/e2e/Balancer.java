package io.baedal.e2e;

import io.baedal.local.common.Account;
import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import io.baedal.local.common.Tokens;
import io.baedal.local.launcher.LocalSystem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A load balancer for several gateways: sends each request to one that is ready, in turn. It polls
 * their readiness twice a second, and uses the other one when a connection is refused. Nothing else
 * is repeated; any other error is a failed request.
 */
final class Balancer implements AutoCloseable {

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();
  private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor();

  /** Each gateway, and its readiness URL. */
  private final Map<URI, URI> readiness = new LinkedHashMap<>();

  private final Tokens operator;
  private final List<URI> all;
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger sent = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private volatile List<URI> ready;

  Balancer(LocalSystem system) {
    operator = system.tokens(Account.OPERATOR);
    for (Instance gateway : system.instances(Part.GATEWAY)) {
      readiness.put(
          system.address(gateway),
          system.management(gateway).resolve("/actuator/health/readiness"));
    }
    all = List.copyOf(readiness.keySet());
    ready = all;
    poller.scheduleWithFixedDelay(this::poll, 0, 500, TimeUnit.MILLISECONDS);
  }

  private void poll() {
    ready = all.stream().filter(this::isReady).toList();
  }

  private boolean isReady(URI gateway) {
    var probe =
        HttpRequest.newBuilder(readiness.get(gateway)).timeout(Duration.ofSeconds(2)).build();
    try {
      return http.send(probe, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Sends a request and returns the body; counts it as failed unless its status is expected. */
  String send(String method, String path, String body, Integer... expected) {
    sent.incrementAndGet();
    List<URI> gateways = ready.isEmpty() ? all : ready;
    URI first = gateways.get(turn.getAndIncrement() % gateways.size());
    try {
      HttpResponse<String> answer = send(first, method, path, body);
      Published.check(answer);
      if (!List.of(expected).contains(answer.statusCode())) {
        fail(method, path, answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      fail(method, path, e.toString());
    } catch (UndescribedAnswer e) {
      fail(method, path, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "";
  }

  private HttpResponse<String> send(URI first, String method, String path, String body)
      throws IOException, InterruptedException {
    try {
      return http.send(request(first, method, path, body), BodyHandlers.ofString());
    } catch (ConnectException refused) {
      URI other = all.get(0).equals(first) ? all.get(1) : all.get(0);
      return http.send(request(other, method, path, body), BodyHandlers.ofString());
    }
  }

  private HttpRequest request(URI gateway, String method, String path, String body) {
    return HttpRequest.newBuilder(gateway.resolve(path))
        .header("Content-Type", "application/json")
        .header("Authorization", operator.bearer())
        .timeout(Duration.ofMinutes(2))
        .method(method, BodyPublishers.ofString(body))
        .build();
  }

  private void fail(String method, String path, String how) {
    failures.add(Instant.now() + " " + method + " " + path + ": " + how);
  }

  int sent() {
    return sent.get();
  }

  Queue<String> failures() {
    return failures;
  }

  @Override
  public void close() {
    poller.shutdownNow();
  }
}
