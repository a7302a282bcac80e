package io.baedal.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.bench.fuzz.Fuzzer;
import io.baedal.bench.fuzz.Target;
import io.baedal.local.Instance;
import io.baedal.local.LocalFailure;
import io.baedal.local.LocalOptions;
import io.baedal.local.LocalSystem;
import io.baedal.local.Part;
import io.baedal.local.Ports;
import io.baedal.web.test.PublishedApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Asks every part of a running system at once, and looks whether all of them stand it. */
final class FuzzRun {

  private static final Duration ROUND = Duration.ofSeconds(1);

  /** How long a part may take until it is well again. */
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  /**
   * What came of it.
   *
   * @param unwell the parts that ended, or were not healthy afterwards
   */
  record Result(List<Fuzzer.Result> results, List<String> unwell) {}

  private final Path root;
  private final Path data;
  private final long seed;
  private final Duration length;
  private final Consumer<String> progress;

  FuzzRun(Path root, Path data, long seed, Duration length, Consumer<String> progress) {
    this.root = root;
    this.data = data;
    this.seed = seed;
    this.length = length;
    this.progress = progress;
  }

  Result run() throws IOException, InterruptedException {
    var options =
        LocalOptions.in(root)
            .data(data)
            .ports(Ports.free())
            .fresh(true)
            .fastStart(true)
            .progress(progress)
            .build();
    try (var system = LocalSystem.open(options)) {
      var stop = new Thread(system::close, "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      system.start();
      Result result = run(system);
      system.close();
      Runtime.getRuntime().removeShutdownHook(stop);
      return result;
    }
  }

  private Result run(LocalSystem system) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(length);
    BooleanSupplier enough = () -> Instant.now().isAfter(end) || system.failure().isDone();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<Fuzzer.Result>> running = new ArrayList<>();
      for (Part part : Part.services()) {
        running.add(threads.submit(new Fuzzer(target(system, part), seed, enough)));
      }
      progress.accept("Asking " + running.size() + " parts, seed " + seed);
      List<String> unwell = new ArrayList<>();
      List<Fuzzer.Result> results = new ArrayList<>();
      for (Future<Fuzzer.Result> each : running) {
        try {
          results.add(each.get());
        } catch (ExecutionException e) {
          unwell.add("A part takes no connections any more: " + e.getCause());
        }
      }
      unwell.addAll(unwell(system));
      return new Result(results, unwell);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Target target(LocalSystem system, Part part)
      throws IOException, InterruptedException {
    URI address = system.address(part);
    Map<String, String> login =
        part == Part.ORCHESTRATOR ? Map.of("Authorization", system.operator().basic()) : Map.of();
    return new Target(part.label(), address, PublishedApi.of(address), login);
  }

  private static List<String> unwell(LocalSystem system) throws InterruptedException {
    if (system.failure().isDone()) {
      LocalFailure failure = system.failure().join();
      return List.of(String.valueOf(failure.getMessage()));
    }
    List<String> unwell = new ArrayList<>();
    for (Part part : Part.services()) {
      Instant patience = Instant.now().plus(RECOVERY);
      String health = health(system, part);
      while (!health.equals("UP") && Instant.now().isBefore(patience)) {
        Thread.sleep(ROUND.toMillis());
        health = health(system, part);
      }
      if (!health.equals("UP")) {
        unwell.add(part.label() + " is " + health);
      }
    }
    return unwell;
  }

  private static String health(LocalSystem system, Part part) throws InterruptedException {
    URI probe = system.management(Instance.first(part)).resolve("/actuator/health/readiness");
    var request = HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(5)).build();
    try {
      String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
      return new ObjectMapper().readTree(answer).path("status").asText("without health");
    } catch (IOException e) {
      return e.toString();
    }
  }
}
