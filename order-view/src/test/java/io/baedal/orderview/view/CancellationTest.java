package io.baedal.orderview.view;

import static io.baedal.messaging.event.OrderCancellationRefused.Reason.ALREADY_DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.event.OrderStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CancellationTest {

  private static final Instant AT = Instant.parse("2026-01-01T10:00:00Z");

  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void isNullWithoutACustomersRequest(OrderStatus status) {
    assertThat(Cancellation.of(null, null, null, status)).isNull();
  }

  @ParameterizedTest
  @EnumSource(value = OrderStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "CANCELLED")
  void isPendingUntilItHasAnOutcome(OrderStatus status) {
    assertThat(Cancellation.of(AT, "late", null, status))
        .isEqualTo(new Cancellation(AT, "late", Cancellation.Outcome.PENDING, null));
  }

  @Test
  void isCancelledWithTheOrder() {
    assertThat(Cancellation.of(AT, null, null, OrderStatus.CANCELLED))
        .isEqualTo(new Cancellation(AT, null, Cancellation.Outcome.CANCELLED, null));
  }

  @Test
  void isRefusedWithItsReason() {
    assertThat(Cancellation.of(AT, "late", ALREADY_DELIVERED, OrderStatus.DELIVERED))
        .isEqualTo(new Cancellation(AT, "late", Cancellation.Outcome.REFUSED, ALREADY_DELIVERED));
  }

  @Test
  void isNullWhileTheRequestHasNotArrived() {
    assertThat(Cancellation.of(null, null, ALREADY_DELIVERED, OrderStatus.PLACED)).isNull();
  }
}
