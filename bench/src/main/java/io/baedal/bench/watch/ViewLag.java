package io.baedal.bench.watch;

import io.baedal.bench.connection.Database;
import io.baedal.bench.load.Latency;
import io.baedal.local.launcher.LocalSystem;
import java.time.Instant;
import org.HdrHistogram.Histogram;

/**
 * How long it took from each change of status, by the orchestrator's time stamp, until the commit
 * that shows it in the order view. PostgreSQL records the time of that commit, so the view need not
 * be polled.
 */
public final class ViewLag {

  private static final String LAGS =
      """
      SELECT (extract(epoch FROM pg_xact_commit_timestamp(xmin) - at) * 1000000)::bigint
      FROM status_changes
      WHERE at >= '%s' AND at < '%s' AND pg_xact_commit_timestamp(xmin) IS NOT NULL
      """;

  private ViewLag() {}

  /** Of all changes from {@code begin} to {@code end}. */
  public static Latency between(LocalSystem system, Instant begin, Instant end) {
    var micros = new Histogram(3);
    try (var view = new Database(system, "order_view")) {
      view.each(LAGS.formatted(begin, end), row -> micros.recordValue(Math.max(0, row.getLong(1))));
    }
    return Latency.of(micros);
  }
}
