package io.baedal.bench.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.local.common.Account;
import io.baedal.local.common.Instance;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import io.baedal.web.test.PublishedApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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

/**
 * Sends requests to every part of a running system at once, with an operator's token and without
 * one, and checks that all stay healthy.
 */
public final class EveryPart {

  private static final Duration ROUND = Duration.ofSeconds(1);

  /** How long a part may take until it is healthy again. */
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  /**
   * The result.
   *
   * @param unhealthy the parts that ended, or were not healthy afterwards
   */
  public record Result(List<Fuzzer.Result> results, List<String> unhealthy) {

    public int requests() {
      return results.stream().mapToInt(Fuzzer.Result::requests).sum();
    }

    /** How many requests had a wrong answer. */
    public int faults() {
      return results.stream().mapToInt(Fuzzer.Result::faults).sum();
    }
  }

  private final LocalSystem system;

  public EveryPart(LocalSystem system) {
    this.system = system;
  }

  /** Sends each part requests made from {@code seed}: {@code most}, or fewer if the time is up. */
  public Result send(long seed, int most, Duration length)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(length);
    BooleanSupplier enough = () -> Instant.now().isAfter(end) || system.failure().isDone();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<Fuzzer.Result>> running = new ArrayList<>();
      for (Part part : described()) {
        for (Target target : targets(part)) {
          running.add(threads.submit(new Fuzzer(target, seed, most, enough)));
        }
      }
      List<String> unhealthy = new ArrayList<>();
      List<Fuzzer.Result> results = new ArrayList<>();
      for (Future<Fuzzer.Result> each : running) {
        try {
          results.add(each.get());
        } catch (ExecutionException e) {
          unhealthy.add("A part accepts no more connections: " + e.getCause());
        }
      }
      unhealthy.addAll(unhealthy());
      return new Result(results, unhealthy);
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Target> targets(Part part) throws IOException, InterruptedException {
    URI address = system.address(part);
    PublishedApi api = PublishedApi.of(address);
    String operator = system.tokens(Account.OPERATOR).bearer();
    return List.of(
        new Target(part.label(), address, api, Map.of("Authorization", operator)),
        new Target(part.label() + ", no token", address, api, Map.of()));
  }

  /** All but the identity provider, which is Spring's and publishes no description. */
  private static List<Part> described() {
    return Part.services().stream().filter(part -> part != Part.IDENTITY).toList();
  }

  private List<String> unhealthy() throws InterruptedException {
    if (system.failure().isDone()) {
      LocalFailure failure = system.failure().join();
      return List.of(String.valueOf(failure.getMessage()));
    }
    List<String> unhealthy = new ArrayList<>();
    for (Part part : Part.services()) {
      Instant patience = Instant.now().plus(RECOVERY);
      String health = health(part);
      while (!health.equals("UP") && Instant.now().isBefore(patience)) {
        Thread.sleep(ROUND.toMillis());
        health = health(part);
      }
      if (!health.equals("UP")) {
        unhealthy.add(part.label() + " is " + health);
      }
    }
    return unhealthy;
  }

  private String health(Part part) throws InterruptedException {
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
