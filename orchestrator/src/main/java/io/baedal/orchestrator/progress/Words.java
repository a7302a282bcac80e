package io.baedal.orchestrator.progress;

import io.baedal.messaging.event.ReasonCode;
import org.jspecify.annotations.Nullable;

/** Where {@code order_progress} keeps what was said about the reason of an end. */
final class Words {

  static String column(ReasonCode reason) {
    return switch (reason) {
      case STORE_REJECTED -> "store_comment";
      case OPERATOR_CANCELLED -> "operator_comment";
      case PAYMENT_DECLINED, STORE_TIMEOUT, CUSTOMER_CANCELLED ->
          throw new IllegalArgumentException(reason + " has no words");
    };
  }

  /** What was said about {@code reason}; null if nothing was. */
  static @Nullable String behind(
      @Nullable ReasonCode reason, @Nullable String ofStore, @Nullable String ofOperator) {
    if (reason == ReasonCode.STORE_REJECTED) {
      return ofStore;
    }
    return reason == ReasonCode.OPERATOR_CANCELLED ? ofOperator : null;
  }

  private Words() {}
}
