package io.baedal.bench.watch;

import io.baedal.bench.load.Latency;
import io.baedal.local.common.Credentials;
import io.baedal.local.launcher.LocalSystem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
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
      WHERE at >= ? AND at < ? AND pg_xact_commit_timestamp(xmin) IS NOT NULL
      """;

  private ViewLag() {}

  /** Of all changes from {@code begin} to {@code end}. */
  public static Latency between(LocalSystem system, Instant begin, Instant end) {
    Credentials login = system.administrator();
    var micros = new Histogram(3);
    try (Connection connection =
            DriverManager.getConnection(
                system.jdbcUrl("order_view"), login.username(), login.password());
        PreparedStatement query = connection.prepareStatement(LAGS)) {
      query.setObject(1, begin.atOffset(ZoneOffset.UTC));
      query.setObject(2, end.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          micros.recordValue(Math.max(0, rows.getLong(1)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the order view", e);
    }
    return Latency.of(micros);
  }
}
