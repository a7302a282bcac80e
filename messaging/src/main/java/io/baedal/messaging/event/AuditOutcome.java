package io.baedal.messaging.event;

import org.jspecify.annotations.Nullable;

/** What became of an audited request. */
public enum AuditOutcome {
  /** The act of an operator is about to run. */
  REQUESTED,
  /** The act succeeded. */
  DONE,
  /** The act failed, or was not possible. */
  FAILED,
  /** The caller may not do this: 401 or 403. */
  REFUSED;

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int FIRST_ERROR = 400;

  /** The outcome of a request with this HTTP status; null if it has not run yet. */
  public static AuditOutcome of(@Nullable Integer status) {
    if (status == null) {
      return REQUESTED;
    }
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      return REFUSED;
    }
    return status < FIRST_ERROR ? DONE : FAILED;
  }
}
