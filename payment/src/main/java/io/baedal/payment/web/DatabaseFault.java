package io.baedal.payment.web;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that is away or busy from a fault of ours. */
final class DatabaseFault {

  /** SQLSTATE classes: no connection, too few resources, operator's intervention (shutdown). */
  private static final Set<String> AWAY = Set.of("08", "53", "57");

  /** Whether repeating later can help against {@code failure}. */
  static boolean passes(Throwable failure) {
    @Nullable Throwable cause = failure;
    while (cause != null) {
      if (cause instanceof CannotCreateTransactionException
          || cause instanceof DataAccessResourceFailureException
          || cause instanceof TransientDataAccessException
          || cause instanceof SQLTransientException
          || (cause instanceof SQLException sql && away(sql.getSQLState()))) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** Without a state it comes from the pool: the connection died under the transaction. */
  private static boolean away(@Nullable String state) {
    return state == null || (state.length() >= 2 && AWAY.contains(state.substring(0, 2)));
  }

  private DatabaseFault() {}
}
