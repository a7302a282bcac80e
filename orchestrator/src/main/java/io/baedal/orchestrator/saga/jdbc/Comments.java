package io.baedal.orchestrator.saga.jdbc;

import io.baedal.messaging.event.ReasonCode;
import org.jspecify.annotations.Nullable;

/** The columns of {@code order_progress} that store the comments on a reason code. */
final class Comments {

  static String column(ReasonCode reason) {
    return switch (reason) {
      case STORE_REJECTED -> "store_comment";
      case OPERATOR_CANCELLED -> "operator_comment";
      case PAYMENT_DECLINED, STORE_TIMEOUT, CUSTOMER_CANCELLED ->
          throw new IllegalArgumentException(reason + " has no comment");
    };
  }

  /** The comment on {@code reason}; null if there is none. */
  static @Nullable String on(
      @Nullable ReasonCode reason, @Nullable String ofStore, @Nullable String ofOperator) {
    if (reason == ReasonCode.STORE_REJECTED) {
      return ofStore;
    }
    return reason == ReasonCode.OPERATOR_CANCELLED ? ofOperator : null;
  }

  private Comments() {}
}
