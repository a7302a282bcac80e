package io.baedal.local.launcher;

import io.baedal.local.common.DataDirectory;
import io.baedal.local.common.Instance;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import io.baedal.local.common.Pause;
import io.baedal.local.common.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Waits until instances are ready, or one of them has ended. */
final class Readiness {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration ANSWER = Duration.ofSeconds(3);

  private final Ports ports;
  private final DataDirectory data;
  private final Duration longest;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  Readiness(Ports ports, DataDirectory data, Duration longest) {
    this.ports = ports;
    this.data = data;
    this.longest = longest;
  }

  /**
   * Calls {@code ready} for each instance as it becomes ready; returns when all are. Fails when one
   * of them ends, or one of {@code needed}, on which they depend.
   */
  void await(
      Collection<Instance> instances,
      Collection<Instance> needed,
      Fleet fleet,
      Consumer<Instance> ready) {
    Set<Instance> waiting = new LinkedHashSet<>(instances);
    long deadline = System.nanoTime() + longest.toNanos();
    while (true) {
      needed.forEach(fleet::requireNotLost);
      for (Instance instance : Set.copyOf(waiting)) {
        fleet.requireRuns(instance);
        if (isReady(instance)) {
          waiting.remove(instance);
          ready.accept(instance);
        }
      }
      if (waiting.isEmpty()) {
        return;
      }
      if (System.nanoTime() > deadline) {
        throw late(waiting.iterator().next());
      }
      Pause.of(PAUSE);
    }
  }

  private LocalFailure late(Instance instance) {
    return new LocalFailure(
        instance.label()
            + " was not ready within "
            + longest.toSeconds()
            + " s; see "
            + data.log(instance));
  }

  private boolean isReady(Instance instance) {
    if (Ports.isFree(ports.of(instance))) {
      return false;
    }
    return switch (instance.part()) {
      case POSTGRES -> true; // it is ready when its start returns
      case KAFKA -> brokerAnswers();
      default -> serviceAnswers(instance);
    };
  }

  private boolean serviceAnswers(Instance instance) {
    URI uri =
        URI.create("http://" + ports.managementAddress(instance) + "/actuator/health/readiness");
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw Pause.interrupted();
    }
  }

  private boolean brokerAnswers() {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            ports.address(Part.KAFKA),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            (int) ANSWER.toMillis(),
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) ANSWER.toMillis());
    try (Admin admin = Admin.create(settings)) {
      return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw Pause.interrupted();
    }
  }
}
