package io.baedal.bench.reference;

import io.baedal.bench.load.Latency;
import io.baedal.bench.load.Pace;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;

/** Posts notes, in a closed and in an open loop. */
final class PostLoad {

  private static final String NOTE = "{\"content\": \"12 Sejong-daero, Seoul\", \"amount\": 1000}";

  private final HttpRequest request;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicLong underWay = new AtomicLong();
  private volatile boolean isRunning;

  PostLoad(URI address) {
    request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(25))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(NOTE))
            .build();
  }

  /** Keeps so many requests in progress until {@link #stop}. */
  void keep(int howMany) {
    isRunning = true;
    for (int i = 0; i < howMany; i++) {
      post(System.nanoTime(), new ConcurrentHistogram(3));
    }
  }

  void stop() throws InterruptedException {
    isRunning = false;
    while (underWay.get() > 0) {
      Thread.sleep(10);
    }
  }

  /** How long answers take at a rate, from when each request was due. */
  Latency latency(double perSecond, Duration length) throws InterruptedException {
    var micros = new ConcurrentHistogram(3);
    try (var pace = new Pace(perSecond, due -> post(due, micros))) {
      Thread.sleep(length.toMillis());
    }
    stop();
    return Latency.of(micros);
  }

  private void post(long due, ConcurrentHistogram micros) {
    underWay.incrementAndGet();
    http.sendAsync(request, BodyHandlers.discarding())
        .whenComplete(
            (answer, failure) -> {
              micros.recordValue((System.nanoTime() - due) / 1_000);
              boolean again = isRunning;
              if (again) {
                post(System.nanoTime(), micros);
              }
              underWay.decrementAndGet();
            });
  }
}
