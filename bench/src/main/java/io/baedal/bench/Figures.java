package io.baedal.bench;

import io.baedal.bench.check.CustomerRecord;
import io.baedal.bench.check.OrderBooks;
import io.baedal.bench.check.Violation;
import io.baedal.bench.fault.CausedFault;
import io.baedal.bench.fault.FaultKind;
import io.baedal.bench.fault.Saboteur;
import io.baedal.bench.load.CustomerRecords;
import io.baedal.bench.report.FaultReport;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what happened in a run. */
final class Figures {

  private final FaultRun.Settings settings;
  private final int replicas;
  private final Instant begunAt;
  private final CustomerRecords records;
  private final long turnedAway;
  private final Collection<OrderBooks> books;
  private final List<CausedFault> caused;

  Figures(
      FaultRun.Settings settings,
      int replicas,
      Instant begunAt,
      CustomerRecords records,
      long turnedAway,
      Collection<OrderBooks> books,
      Saboteur saboteur) {
    this.settings = settings;
    this.replicas = replicas;
    this.begunAt = begunAt;
    this.records = records;
    this.turnedAway = turnedAway;
    this.books = books;
    this.caused =
        saboteur.caused().stream().sorted(Comparator.comparing(CausedFault::from)).toList();
  }

  FaultReport report(
      int restarts,
      long deadLetters,
      Duration settled,
      boolean hasSettled,
      List<Violation> violations) {
    return new FaultReport(
        settings.seed(),
        settings.length().toSeconds() / 60.0,
        settings.rate(),
        settings.pause().toMillis() / 1_000.0,
        replicas,
        begunAt.truncatedTo(ChronoUnit.SECONDS).toString(),
        FaultReport.Machine.here(),
        customers(),
        outcomes(),
        cancels(),
        faults(),
        caused.stream().mapToInt(CausedFault::kills).sum(),
        restarts,
        books.stream().filter(order -> order.incidents() > 0).count(),
        deadLetters,
        settled.toSeconds(),
        hasSettled,
        caused.stream().filter(fault -> !fault.skipped()).map(Figures::entry).toList(),
        violations);
  }

  private Map<String, Long> customers() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("acknowledged", (long) records.acknowledged());
    counts.put("got no answer in three minutes", records.givenUp());
    counts.put("turned away by this tool, too many waiting", turnedAway);
    counts.put("requests sent, repeats included", records.tries());
    return counts;
  }

  private Map<String, Long> outcomes() {
    return books.stream()
        .map(OrderBooks::order)
        .map(
            order ->
                order == null
                    ? "unknown to order"
                    : order.reason() == null
                        ? order.status()
                        : order.status() + " " + order.reason())
        .collect(Collectors.groupingBy(text -> text, TreeMap::new, Collectors.counting()));
  }

  private Map<String, Long> cancels() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (CustomerRecord.Cancel answer :
        List.of(CustomerRecord.Cancel.ACCEPTED, CustomerRecord.Cancel.TOO_LATE)) {
      counts.put(
          "answered " + answer,
          records.byOrder().values().stream().filter(order -> order.cancel() == answer).count());
    }
    for (OrderBooks order : books) {
      if (order.order() != null && order.order().cancellationOutcome() != null) {
        counts.merge("outcome " + order.order().cancellationOutcome(), 1L, Long::sum);
      }
    }
    return counts;
  }

  private Map<String, FaultReport.FaultCount> faults() {
    Map<String, FaultReport.FaultCount> counts = new LinkedHashMap<>();
    for (FaultKind kind : FaultKind.values()) {
      List<CausedFault> ofKind =
          caused.stream().filter(fault -> fault.fault().kind() == kind).toList();
      int skipped = (int) ofKind.stream().filter(CausedFault::skipped).count();
      counts.put(
          kind.name(),
          new FaultReport.FaultCount(
              ofKind.size() - skipped,
              skipped,
              ofKind.stream().mapToInt(CausedFault::kills).sum()));
    }
    return counts;
  }

  private static FaultReport.Entry entry(CausedFault caused) {
    return new FaultReport.Entry(
        caused.fault().kind().name(),
        caused.fault().target().label(),
        caused.from().toMillis() / 1_000.0,
        caused.to().toMillis() / 1_000.0,
        caused.kills());
  }
}
