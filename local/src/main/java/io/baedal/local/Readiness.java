package io.baedal.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Waits until parts can be used, or one of them has ended. */
final class Readiness {
  private static final Duration LONGEST = Duration.ofSeconds(180);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration ANSWER = Duration.ofSeconds(3);

  private final Ports ports;
  private final DataDirectory data;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  Readiness(Ports ports, DataDirectory data) {
    this.ports = ports;
    this.data = data;
  }

  /** Tells {@code ready} of each part as it becomes ready; returns when all have. */
  void await(Set<Part> parts, Fleet fleet, Consumer<Part> ready) {
    Set<Part> waiting = EnumSet.copyOf(parts);
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (true) {
      for (Part part : Set.copyOf(waiting)) {
        fleet.requireHealthy();
        if (isReady(part)) {
          waiting.remove(part);
          ready.accept(part);
        }
      }
      if (waiting.isEmpty()) {
        return;
      }
      if (System.nanoTime() > deadline) {
        throw late(waiting.iterator().next());
      }
      pause(PAUSE);
    }
  }

  private LocalFailure late(Part part) {
    return new LocalFailure(
        part.label()
            + " was not ready within "
            + LONGEST.toSeconds()
            + " s; see "
            + data.log(part));
  }

  private boolean isReady(Part part) {
    if (Ports.isFree(ports.of(part))) {
      return false;
    }
    return switch (part) {
      case POSTGRES -> true; // its launch waits by itself
      case KAFKA -> brokerAnswers();
      default -> serviceAnswers(part);
    };
  }

  private boolean serviceAnswers(Part service) {
    URI uri = URI.create("http://localhost:" + ports.of(service) + "/actuator/health/readiness");
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private boolean brokerAnswers() {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            "localhost:" + ports.of(Part.KAFKA),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            (int) ANSWER.toMillis(),
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) ANSWER.toMillis());
    try (Admin admin = Admin.create(settings)) {
      return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static void pause(Duration howLong) {
    try {
      Thread.sleep(howLong.toMillis());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static LocalFailure interrupted() {
    Thread.currentThread().interrupt();
    return new LocalFailure("Stopped.");
  }
}
