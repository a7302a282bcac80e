package io.baedal.messaging.database;

import static io.baedal.messaging.database.DatabaseFault.BUSY;
import static io.baedal.messaging.database.DatabaseFault.NONE;
import static io.baedal.messaging.database.DatabaseFault.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

class DatabaseFaultTest {

  @ParameterizedTest
  @ValueSource(strings = {"53100", "53300", "57P01", "57P02", "57P03", "57P04"})
  void aServerThatStopsOrIsFullIsUnavailable(String state) {
    assertThat(DatabaseFault.of(failure(state))).isEqualTo(UNAVAILABLE);
  }

  @Test
  void aDatabaseWithoutAConnectionIsUnavailable() {
    var wrongPassword = new SQLException("no", "28P01");
    assertThat(DatabaseFault.of(new CannotCreateTransactionException("no", wrongPassword)))
        .isEqualTo(UNAVAILABLE);
    assertThat(DatabaseFault.of(new CannotGetJdbcConnectionException("no", wrongPassword)))
        .isEqualTo(UNAVAILABLE);
    assertThat(DatabaseFault.of(new SQLTransientConnectionException("pool is empty")))
        .isEqualTo(UNAVAILABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", "08P01", "25006", "25P03", "25P04", "40001", "40P01", "53200", "53400", "55006",
        "55P03", "57014", "57P05", "58030"
      })
  void anAbortedTransactionIsBusy(String state) {
    assertThat(DatabaseFault.of(failure(state))).isEqualTo(BUSY);
  }

  @Test
  void aTimeoutIsBusy() {
    var socket = new SQLException("I/O error", "08006", new SocketTimeoutException());
    assertThat(DatabaseFault.of(new DataAccessResourceFailureException("no", socket)))
        .isEqualTo(BUSY);
    assertThat(DatabaseFault.of(new QueryTimeoutException("too slow"))).isEqualTo(BUSY);
    assertThat(DatabaseFault.of(new TransactionTimedOutException("too slow"))).isEqualTo(BUSY);
  }

  @Test
  void aConnectionLostDuringItsTransactionIsBusy() {
    assertThat(DatabaseFault.of(failure(null))).isEqualTo(BUSY);
    assertThat(
            DatabaseFault.of(
                new TransactionSystemException("no commit", new SQLException("closed"))))
        .isEqualTo(BUSY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"22001", "22021", "23505", "25001", "25P02", "42P01", "54000", "55000", "XX000"})
  void anInvalidStatementIsNoDatabaseFault(String state) {
    assertThat(DatabaseFault.of(failure(state))).isEqualTo(NONE);
  }

  @Test
  void theStateIsMoreSpecificThanSpringsExceptionType() {
    // a value too long for an index, which Spring reports as a lack of resources
    assertThat(
            DatabaseFault.of(
                new DataAccessResourceFailureException("no", new SQLException("no", "54000"))))
        .isEqualTo(NONE);
  }

  @Test
  void anyOtherFailureIsNoDatabaseFault() {
    assertThat(DatabaseFault.of(new IllegalStateException("bug"))).isEqualTo(NONE);
    assertThat(DatabaseFault.of(new DataIntegrityViolationException("twice"))).isEqualTo(NONE);
  }

  private static Exception failure(@Nullable String state) {
    return new IllegalStateException(
        new UncategorizedSQLException("insert", "INSERT", new SQLException("no", state)));
  }
}
