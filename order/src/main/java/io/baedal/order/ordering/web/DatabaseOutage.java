package io.baedal.order.ordering.web;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that is away, starting, stopping or full from a fault of ours. */
final class DatabaseOutage {

  static final String RETRY_AFTER_SECONDS = "3";

  /** SQLSTATE classes: connection, rolled back, resources, operator intervention, system error. */
  private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

  static boolean isCauseOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CannotCreateTransactionException
          || cause instanceof DataAccessResourceFailureException
          || cause instanceof TransientDataAccessException
          || cause instanceof RecoverableDataAccessException
          || (cause instanceof SQLException sql && isPassing(sql))) {
        return true;
      }
    }
    return false;
  }

  /** Without a state it comes from the pool: the connection died under the transaction. */
  private static boolean isPassing(SQLException failure) {
    String state = failure.getSQLState();
    return failure instanceof SQLTransientException
        || failure instanceof SQLRecoverableException
        || state == null
        || (state.length() == 5 && PASSING.contains(state.substring(0, 2)));
  }

  private DatabaseOutage() {}
}
