package io.baedal.messaging.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/**
 * The state of the database as shown by a failure. A request that failed with {@link #UNAVAILABLE}
 * or {@link #BUSY} is answered with 503, and a message that failed with {@link #UNAVAILABLE} is
 * kept.
 */
public enum DatabaseFault {
  /** No connection is available, the server is shutting down, or its disk is full. */
  UNAVAILABLE,

  /**
   * This transaction was aborted: connection lost, time-out, deadlock, lock or memory not
   * available, read-only. A retry can succeed. If it does not, the database may be unavailable, or
   * this transaction may be too large for it; {@link DatabaseProbe} distinguishes the two.
   */
  BUSY,

  /** The failure is not caused by the state of the database. */
  NONE;

  /** Disk full, too many connections; shutdown, crash, starting up, database dropped. */
  private static final Set<String> STATES_UNAVAILABLE =
      Set.of("53100", "53300", "57P01", "57P02", "57P03", "57P04");

  /**
   * Read-only, idle too long, transaction too long; lock not available, object in use; cancelled,
   * mostly by statement_timeout.
   */
  private static final Set<String> STATES_BUSY =
      Set.of("25006", "25P03", "25P04", "55006", "55P03", "57014", "57P05");

  /** Connection, rollback (deadlock), resources, system error. */
  private static final Set<String> CLASSES_BUSY = Set.of("08", "40", "53", "58");

  /** Returns the fault of {@code failure} or of the most severe of its causes. */
  public static DatabaseFault of(Throwable failure) {
    DatabaseFault worst = NONE;
    String state = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      DatabaseFault fault = ofType(cause);
      worst = fault.compareTo(worst) < 0 ? fault : worst;
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        state = sql.getSQLState();
      }
    }
    // the driver's SQLSTATE is more specific than Spring's exception type
    return worst == UNAVAILABLE || state == null ? worst : ofState(state);
  }

  private static DatabaseFault ofType(Throwable cause) {
    if (cause instanceof CannotCreateTransactionException
        || cause instanceof CannotGetJdbcConnectionException
        || cause instanceof SQLTransientConnectionException
        || cause instanceof SQLNonTransientConnectionException) {
      return UNAVAILABLE;
    }
    return cause instanceof TransactionTimedOutException
            || cause instanceof TransientDataAccessException
            || cause instanceof RecoverableDataAccessException
            || cause instanceof DataAccessResourceFailureException
            || cause instanceof SQLTransientException
            || cause instanceof SQLRecoverableException
            || (cause instanceof SQLException sql && isOfPool(sql.getSQLState()))
        ? BUSY
        : NONE;
  }

  /** The pool's "connection is closed", after the connection died in the transaction. */
  private static boolean isOfPool(@Nullable String state) {
    return state == null;
  }

  private static DatabaseFault ofState(String state) {
    if (STATES_UNAVAILABLE.contains(state)) {
      return UNAVAILABLE;
    }
    boolean busy =
        STATES_BUSY.contains(state)
            || (state.length() == 5 && CLASSES_BUSY.contains(state.substring(0, 2)));
    return busy ? BUSY : NONE;
  }
}
