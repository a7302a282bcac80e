package io.baedal.bench.fault;

import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** Locks the table that a service always needs, until its connection pool is exhausted. */
final class BusyTable {

  private final LocalSystem system;

  BusyTable(LocalSystem system) {
    this.system = system;
  }

  /** Whether the lock was acquired, and held for {@code time}. */
  boolean lock(Part service, Duration time) throws InterruptedException {
    var login = system.credentials(service);
    try (var connection =
            DriverManager.getConnection(
                system.jdbcUrl(service), login.username(), login.password());
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SET LOCAL lock_timeout = '5s'");
      statement.execute("LOCK TABLE " + table(service) + " IN ACCESS EXCLUSIVE MODE");
      Thread.sleep(time.toMillis());
      connection.rollback();
      return true;
    } catch (SQLException goneOrBusy) {
      return false;
    }
  }

  private static String table(Part service) {
    return switch (service) {
      case ORDER -> "orders";
      case PAYMENT -> "payments";
      case DELIVERY -> "store_requests";
      case ORCHESTRATOR -> "order_progress";
      case ORDER_VIEW -> "order_views";
      default -> throw new IllegalArgumentException(service + " has no table");
    };
  }
}
