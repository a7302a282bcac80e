package io.baedal.messaging;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports in one line, without a stack trace, that the database refuses a service's login. */
final class LoginRefusedAnalyzer extends AbstractFailureAnalyzer<SQLException> {
  /** The class of SQLSTATEs: invalid authorization specification. */
  private static final String REFUSED = "28";

  static boolean isRefused(SQLException failure) {
    return failure.getSQLState() != null && failure.getSQLState().startsWith(REFUSED);
  }

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
    if (!isRefused(cause)) {
      return null;
    }
    return new FailureAnalysis(
        "The database refuses the login: " + cause.getMessage(),
        "Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD. To"
            + " run one service beside a local system, use ./baedal up --without SERVICE and"
            + " ./baedal run SERVICE.",
        cause);
  }
}
