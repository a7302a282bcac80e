package io.baedal.bench;

import io.baedal.bench.check.Journeys;
import io.baedal.bench.fault.SlowLink;
import io.baedal.bench.load.Answers;
import io.baedal.bench.load.CustomerRecords;
import io.baedal.bench.load.Rush;
import io.baedal.bench.report.OverloadReport.SlowWorker;
import io.baedal.local.launcher.LocalSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Makes payment take ten seconds for each answer, and measures what does not need payment: orders
 * whose payment is approved already, cancels of such orders, and the order view. Each is compared
 * with the same in the half minute before.
 */
final class SlowWorkerTrial {

  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  /** Orders paid within this time before the trial have not been delivered when it begins. */
  private static final Duration JUST_PAID = Duration.ofSeconds(6);

  /** The baseline starts this long before, so that its orders were delivered by then. */
  private static final Duration PAID_BEFORE = Duration.ofSeconds(24);

  private static final int CANCELS = 5;

  /** Statuses after which a cancel is not measured. */
  private static final Set<String> TOO_LATE =
      Set.of("PICKED_UP", "CANCELLATION_REQUESTED", "CANCELLED", "REJECTED");

  private final LocalSystem system;
  private final SlowLink payment;
  private final CustomerRecords records;

  SlowWorkerTrial(LocalSystem system, SlowLink payment, CustomerRecords records) {
    this.system = system;
    this.payment = payment;
    this.records = records;
  }

  SlowWorker run(double ordersPerSecond) throws InterruptedException {
    try (var before = new Rush(system, records, 3);
        var meanwhile = new Rush(system, records, 4)) {
      before.startArrivals(ordersPerSecond);
      Thread.sleep(HALF_A_MINUTE.plusSeconds(10).toMillis());
      before.stop();
      meanwhile.startArrivals(ordersPerSecond);
      payment.slow(true);
      Instant slowSince = Instant.now();
      Thread.sleep(2_000);
      List<String> cancelled =
          Journeys.of(system).in("STORE_REQUESTED", TOO_LATE).stream().limit(CANCELS).toList();
      Instant cancelledAt = Instant.now();
      cancelled.forEach(meanwhile::cancel);
      Thread.sleep(HALF_A_MINUTE.toMillis());
      meanwhile.stop();
      payment.slow(false);
      meanwhile.finish(HALF_A_MINUTE);
      before.finish(HALF_A_MINUTE);
      Journeys journeys = Journeys.of(system);
      return new SlowWorker(
          paid(journeys, slowSince.minus(PAID_BEFORE)),
          paid(journeys, slowSince.minus(JUST_PAID)),
          cancels(journeys, cancelled, cancelledAt),
          before.viewed().times(Answers::isAccepted),
          meanwhile.viewed().times(Answers::isAccepted));
    }
  }

  private static Answers.Times paid(Journeys journeys, Instant since) {
    return Answers.Times.of(
        journeys.between("PAYMENT_APPROVED", "DELIVERED", since, since.plus(JUST_PAID)).stream()
            .map(Duration::toMillis)
            .toList());
  }

  private static Answers.Times cancels(
      Journeys journeys, List<String> cancelled, Instant cancelledAt) {
    return Answers.Times.of(
        cancelled.stream()
            .map(order -> journeys.at(order, "CANCELLATION_REQUESTED"))
            .filter(Objects::nonNull)
            .map(at -> Duration.between(cancelledAt, at).toMillis())
            .toList());
  }
}
