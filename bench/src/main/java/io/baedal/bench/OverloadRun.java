package io.baedal.bench;

import io.baedal.bench.check.BooksReader;
import io.baedal.bench.check.Checker;
import io.baedal.bench.check.Journeys;
import io.baedal.bench.check.OrderBooks;
import io.baedal.bench.check.RemainingWork;
import io.baedal.bench.check.Violation;
import io.baedal.bench.fault.SlowLink;
import io.baedal.bench.load.Answers;
import io.baedal.bench.load.CustomerRecords;
import io.baedal.bench.load.Entrance;
import io.baedal.bench.load.Menus;
import io.baedal.bench.load.Rush;
import io.baedal.bench.report.OverloadReport;
import io.baedal.bench.report.OverloadReport.SlowWorker;
import io.baedal.bench.watch.Watch;
import io.baedal.local.common.Part;
import io.baedal.local.common.Ports;
import io.baedal.local.launcher.LocalOptions;
import io.baedal.local.launcher.LocalSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one overload run from start to report. */
record OverloadRun(RunOptions command, Settings settings) {

  private static final Duration ROUND = Duration.ofSeconds(1);

  /**
   * The settings of a run.
   *
   * @param length how long the overload lasts
   * @param factor the offered rate as a multiple of the capacity
   * @param capacity orders per second that the system can complete; 0 if it is to be measured
   * @param underWay orders in progress while the capacity is measured
   * @param warmUp how long the system warms up before its capacity is measured
   * @param measuring how long each measurement of the capacity takes
   * @param settle how long it may take until all orders have ended
   * @param maxWaiting orders that may wait for their process
   * @param slowWorker whether the trial with a slow worker follows
   */
  record Settings(
      Duration length,
      double factor,
      double capacity,
      int underWay,
      Duration warmUp,
      Duration measuring,
      Duration settle,
      int maxWaiting,
      boolean slowWorker) {}

  OverloadReport run() throws Exception {
    var ports = Ports.free(1);
    try (var payment = new SlowLink(Part.PAYMENT, ports)) {
      return command.withSystem(
          options(ports, payment),
          system -> {
            system.start();
            Menus.put(system);
            return run(system, payment);
          });
    }
  }

  private LocalOptions.Builder options(Ports ports, SlowLink payment) {
    LocalOptions.Builder options =
        Entrance.underLoad(LocalOptions.in(command.root()))
            .ports(ports)
            .fresh(true)
            .environment(
                Part.ORDER, "ORDER_ADMISSION_MAX_WAITING", String.valueOf(settings.maxWaiting()))
            .environment(Part.DELIVERY, "DELIVERY_SIMULATION_STORE_ANSWER", "2s")
            .environment(Part.DELIVERY, "DELIVERY_SIMULATION_PICK_UP", "4s")
            .environment(Part.DELIVERY, "DELIVERY_SIMULATION_COMPLETION", "4s");
    return settings.slowWorker() ? payment.route(options) : options;
  }

  private OverloadReport run(LocalSystem system, SlowLink payment) throws InterruptedException {
    var records = new CustomerRecords();
    try (var backlog = new RemainingWork(system);
        var steady = new Rush(system, records, 1);
        var rush = new Rush(system, records, 2)) {
      double measured =
          new Capacity(steady, backlog, settings.underWay())
              .measure(settings.warmUp(), settings.measuring());
      command.say("The system completes %.1f orders a second.", measured);
      double capacity = settings.capacity() > 0 ? settings.capacity() : measured;
      Instant begunAt = Instant.now();
      var watch = new Watch(system);
      Duration drained;
      try (watch) {
        overload(rush, backlog, capacity * settings.factor());
        drained = drain(backlog);
      }
      SlowWorker slowWorker = slowWorker(system, payment, records, capacity);
      Collection<OrderBooks> books = settle(new BooksReader(system), backlog);
      List<Violation> violations = Checker.check(books, records.byOrder());
      boolean processesRun =
          Part.services().stream().allMatch(system::isRunning) && watch.failures().isEmpty();
      return new OverloadFigures(settings, begunAt, capacity, rush, watch.sights())
          .report(
              paidToDelivered(system, begunAt),
              drained,
              books.size(),
              BooksReader.settled(books),
              processesRun,
              slowWorker,
              violations);
    }
  }

  private void overload(Rush rush, RemainingWork backlog, double perSecond)
      throws InterruptedException {
    command.say("Sending %.1f orders a second for %d s.", perSecond, settings.length().toSeconds());
    rush.startArrivals(perSecond);
    Instant end = Instant.now().plus(settings.length());
    while (Instant.now().isBefore(end)) {
      Thread.sleep(Math.min(30_000, Math.max(1, Duration.between(Instant.now(), end).toMillis())));
      command.say("%s, answers %s", backlog.read(), rush.placed().byStatus());
    }
    rush.stop();
  }

  /**
   * Waits until no order is open or counted as waiting; returns how long that took, or more than
   * the limit.
   */
  private Duration drain(RemainingWork backlog) throws InterruptedException {
    Instant begun = Instant.now();
    Duration taken = Duration.ZERO;
    while (backlog.read().isLeft() && taken.compareTo(settings.settle()) <= 0) {
      Thread.sleep(ROUND.toMillis());
      taken = Duration.between(begun, Instant.now());
    }
    command.say("Drained after %d s: %s", taken.toSeconds(), backlog.read());
    return taken;
  }

  /** How long orders took from payment to delivery, for those paid during the overload. */
  private Answers.Times paidToDelivered(LocalSystem system, Instant begunAt) {
    return Answers.Times.of(
        Journeys.of(system)
            .between("PAYMENT_APPROVED", "DELIVERED", begunAt, begunAt.plus(settings.length()))
            .stream()
            .map(Duration::toMillis)
            .toList());
  }

  private @Nullable SlowWorker slowWorker(
      LocalSystem system, SlowLink payment, CustomerRecords records, double capacity)
      throws InterruptedException {
    if (!settings.slowWorker()) {
      return null;
    }
    command.say("Delaying each answer of payment by ten seconds.");
    return new SlowWorkerTrial(system, payment, records).run(Math.max(1, capacity / 4));
  }

  /** Reads the books until no order can change without input, or the time is up. */
  private Collection<OrderBooks> settle(BooksReader reader, RemainingWork backlog)
      throws InterruptedException {
    drain(backlog);
    Instant late = Instant.now().plus(settings.settle());
    Collection<OrderBooks> books = reader.read();
    while (!BooksReader.settled(books) && Instant.now().isBefore(late)) {
      Thread.sleep(ROUND.toMillis());
      books = reader.read();
    }
    return books;
  }
}
