package io.baedal.bench;

import io.baedal.bench.check.BooksReader;
import io.baedal.bench.check.Checker;
import io.baedal.bench.check.CustomerRecord;
import io.baedal.bench.check.OrderBooks;
import io.baedal.bench.check.Violation;
import io.baedal.bench.connection.TopicReader;
import io.baedal.bench.fault.FaultPlan;
import io.baedal.bench.fault.Keeper;
import io.baedal.bench.fault.Links;
import io.baedal.bench.fault.Saboteur;
import io.baedal.bench.load.CustomerRecords;
import io.baedal.bench.load.Customers;
import io.baedal.bench.load.Entrance;
import io.baedal.bench.load.Menus;
import io.baedal.bench.report.FaultReport;
import io.baedal.bench.report.Stories;
import io.baedal.local.common.Part;
import io.baedal.local.common.Ports;
import io.baedal.local.launcher.LocalOptions;
import io.baedal.local.launcher.LocalSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs one fault run from start to result. */
record FaultRun(RunOptions command, Settings settings) {

  private static final int REPLICAS = 2;

  /** A run of this length starts services so often that preparing fast starts pays off. */
  private static final Duration LONG = Duration.ofMinutes(10);

  private static final Duration ROUND = Duration.ofSeconds(5);

  /** How long customers continue to send requests after the last fault. */
  private static final Duration LAST_CUSTOMERS = Duration.ofMinutes(4);

  /**
   * The settings of a run.
   *
   * @param length how long faults are injected
   * @param rate customers per second
   * @param pause between two faults, on average
   * @param settle how long it may take until nothing changes any more
   */
  record Settings(long seed, Duration length, double rate, Duration pause, Duration settle) {}

  /** The figures and, by order id, all that is known of each order with a violation. */
  record Result(FaultReport report, Map<String, String> stories) {}

  Result run() throws Exception {
    if (isLong()) {
      prepareFastStarts();
    }
    var ports = Ports.free(REPLICAS);
    try (var links = new Links(ports, REPLICAS)) {
      return command.withSystem(
          options(ports, links),
          system -> {
            system.start();
            Menus.put(system);
            return run(system, links);
          });
    }
  }

  private boolean isLong() {
    return settings.length().compareTo(LONG) >= 0;
  }

  private void prepareFastStarts() throws Exception {
    command.say("Preparing class archives for faster starts:");
    command.withSystem(
        LocalOptions.in(command.root())
            .ports(Ports.free())
            .fastStart(true)
            .archives(Part.services().size()),
        system -> {
          system.start();
          // one after the other: stopping all at once would take longer than the limit for a stop
          Part.services().forEach(system::stop);
          return system;
        });
  }

  private LocalOptions.Builder options(Ports ports, Links links) {
    return Entrance.forOneCustomer(links.route(LocalOptions.in(command.root())))
        .ports(ports)
        .replicas(REPLICAS)
        .fresh(true)
        .fastStart(true)
        .environment(Part.DELIVERY, "DELIVERY_SIMULATION_STORE_ANSWER", "1s")
        .environment(Part.DELIVERY, "DELIVERY_SIMULATION_PICK_UP", "2s")
        .environment(Part.DELIVERY, "DELIVERY_SIMULATION_COMPLETION", "2s")
        .environment(
            Part.ORCHESTRATOR,
            "ORCHESTRATOR_STORE_ANSWER_DEADLINE",
            // no longer than a short run lasts
            isLong() ? "PT120S" : "PT40S");
  }

  private Result run(LocalSystem system, Links links) throws InterruptedException {
    Instant begunAt = Instant.now();
    var records = new CustomerRecords();
    try (var keeper = new Keeper(system);
        var saboteur = new Saboteur(system, links, keeper, settings.seed());
        var customers = new Customers(system, records, settings.seed())) {
      customers.startArrivals(settings.rate());
      saboteur.schedule(
          FaultPlan.of(settings.seed(), settings.length(), settings.pause(), REPLICAS));
      watch(begunAt, records, saboteur);
      customers.finish(LAST_CUSTOMERS);
      saboteur.finish(Duration.ofMinutes(2));
      command.say("No more faults. Waiting until the orders have settled.");
      Instant calm = Instant.now();
      var reader = new BooksReader(system);
      Collection<OrderBooks> books = settle(reader, keeper, calm);
      Duration settled = Duration.between(calm, Instant.now());
      List<Violation> violations = Checker.check(books, records.byOrder());
      var figures =
          new Figures(
              settings, REPLICAS, begunAt, records, customers.turnedAway(), books, saboteur);
      FaultReport report =
          figures.report(
              keeper.restarts(),
              deadLetters(system),
              settled,
              BooksReader.settled(books),
              violations);
      return new Result(report, stories(system, books, violations, records.byOrder()));
    }
  }

  private void watch(Instant begunAt, CustomerRecords records, Saboteur saboteur)
      throws InterruptedException {
    Instant end = begunAt.plus(settings.length());
    Instant next = begunAt.plusSeconds(30);
    while (Instant.now().isBefore(end)) {
      Thread.sleep(200);
      if (Instant.now().isAfter(next)) {
        next = next.plusSeconds(30);
        command.say(
            "%3d s: %d orders, %d faults"
                .formatted(
                    Duration.between(begunAt, Instant.now()).toSeconds(),
                    records.acknowledged(),
                    saboteur.caused().size()));
      }
    }
  }

  /** Reads the books until no order can change without input, or the time is up. */
  private Collection<OrderBooks> settle(BooksReader reader, Keeper keeper, Instant calm)
      throws InterruptedException {
    while (true) {
      boolean late = Duration.between(calm, Instant.now()).compareTo(settings.settle()) > 0;
      if (keeper.allRun() || late) {
        Collection<OrderBooks> books = reader.read();
        List<OrderBooks> open = BooksReader.unsettled(books);
        if (open.isEmpty() || late) {
          return books;
        }
        command.say(open.size() + " orders are not settled yet");
      }
      Thread.sleep(ROUND.toMillis());
    }
  }

  private static long deadLetters(LocalSystem system) {
    try (var reader = TopicReader.ofBytes(system.kafkaBootstrap(), Map.of())) {
      var partitions = reader.partitions(topic -> topic.endsWith(".dead-letter"));
      return reader.ends(partitions).values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private static Map<String, String> stories(
      LocalSystem system,
      Collection<OrderBooks> books,
      List<Violation> violations,
      Map<String, CustomerRecord> records) {
    Map<String, OrderBooks> byId =
        books.stream().collect(Collectors.toMap(OrderBooks::orderId, Function.identity()));
    List<OrderBooks> wrong =
        violations.stream()
            .map(Violation::orderId)
            .distinct()
            .filter(byId::containsKey)
            .limit(Stories.MOST)
            .map(byId::get)
            .toList();
    return wrong.isEmpty() ? Map.of() : new Stories(system).collect(wrong, records);
  }
}
