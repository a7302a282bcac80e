package io.baedal.bench.watch;

import io.baedal.local.common.Instance;
import io.baedal.local.launcher.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/** The metrics of the services, as they publish them for Prometheus. */
final class Metrics {

  private final LocalSystem system;
  private final HttpClient http = HttpClient.newHttpClient();

  Metrics(LocalSystem system) {
    this.system = system;
  }

  /** All metrics of an instance. */
  String of(Instance instance) throws InterruptedException {
    try {
      var request =
          HttpRequest.newBuilder(system.management(instance).resolve("/actuator/prometheus"))
              .timeout(Duration.ofSeconds(10))
              .build();
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(instance.label() + " does not publish its metrics", e);
    }
  }

  /** The sum of the first group of each match of {@code pattern}. */
  static double sum(Pattern pattern, String metrics) {
    return pattern
        .matcher(metrics)
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .sum();
  }
}
