package io.baedal.payment.charge;

import static io.baedal.payment.charge.PaymentStatus.APPROVED;
import static io.baedal.payment.charge.PaymentStatus.CANCELLED;
import static io.baedal.payment.charge.PaymentStatus.CANCELLING;
import static io.baedal.payment.charge.PaymentStatus.DECLINED;
import static io.baedal.payment.charge.PaymentStatus.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentStatusTest {

  private record Transition(PaymentStatus from, PaymentStatus to) {}

  private static final Set<Transition> ALLOWED =
      Set.of(
          new Transition(REQUESTED, APPROVED),
          new Transition(REQUESTED, DECLINED),
          new Transition(REQUESTED, CANCELLING),
          new Transition(REQUESTED, CANCELLED),
          new Transition(APPROVED, CANCELLING),
          new Transition(CANCELLING, CANCELLED));

  static Stream<Arguments> everyPair() {
    return Arrays.stream(PaymentStatus.values())
        .flatMap(from -> Arrays.stream(PaymentStatus.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void allowsOnlyTheseTransitions(PaymentStatus from, PaymentStatus to) {
    assertThat(from.allows(to)).isEqualTo(ALLOWED.contains(new Transition(from, to)));
  }
}
