package io.baedal.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.UncategorizedSQLException;

class RetryPolicyTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "25006", "40P01", "53100", "55P03", "57P01", "58030"})
  void knowsTheDatabaseIsAwayByItsState(String state) {
    assertThat(RetryPolicy.databaseIsAway(failure(state))).isTrue();
  }

  @Test
  void aConnectionThatDiedHasNoState() {
    assertThat(RetryPolicy.databaseIsAway(failure(null))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22001", "23505", "42P01"})
  void aStatementThatIsWrongIsNotTheDatabasesFault(String state) {
    assertThat(RetryPolicy.databaseIsAway(failure(state))).isFalse();
  }

  @Test
  void anyOtherFailureIsNotTheDatabasesFault() {
    assertThat(RetryPolicy.databaseIsAway(new IllegalStateException("bug"))).isFalse();
  }

  private static Exception failure(String state) {
    return new IllegalStateException(
        new UncategorizedSQLException("insert", "INSERT", new SQLException("no", state)));
  }
}
