package io.baedal.bench.check;

import io.baedal.bench.connection.Database;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;

/** Reads how much work the system has left, over connections that stay open. Not thread-safe. */
public final class RemainingWork implements AutoCloseable {

  /**
   * The work at one moment.
   *
   * @param open orders that have not ended
   * @param ended orders that have ended
   * @param waiting orders whose process has not begun
   * @param jobsDue jobs of the engine that are due
   */
  public record Counts(long open, long ended, long waiting, long jobsDue) {

    /** Whether any work is left. */
    public boolean isLeft() {
      return open > 0 || waiting > 0;
    }
  }

  private final Database orders;
  private final Database engine;

  /** Reads from a running system. */
  public RemainingWork(LocalSystem system) {
    this.orders = new Database(system, Part.ORDER);
    this.engine = new Database(system, Part.ORCHESTRATOR);
  }

  /** Reads the current counts. */
  public Counts read() {
    long[] counts = new long[3];
    orders.each(
        "SELECT count(*) FILTER (WHERE closed_at IS NULL),"
            + " count(*) FILTER (WHERE closed_at IS NOT NULL),"
            + " (SELECT count(*) FROM waiting_orders) FROM orders",
        row -> {
          counts[0] = row.getLong(1);
          counts[1] = row.getLong(2);
          counts[2] = row.getLong(3);
        });
    long jobsDue =
        engine.number(
            "SELECT count(*) FROM act_ru_job"
                + " WHERE retries_ > 0 AND (duedate_ IS NULL OR duedate_ <= localtimestamp)");
    return new Counts(counts[0], counts[1], counts[2], jobsDue);
  }

  @Override
  public void close() {
    orders.close();
    engine.close();
  }
}
