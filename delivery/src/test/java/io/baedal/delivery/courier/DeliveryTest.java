package io.baedal.delivery.courier;

import static io.baedal.delivery.courier.DeliveryFixture.LATER;
import static io.baedal.delivery.courier.DeliveryFixture.ORDER_ID;
import static io.baedal.delivery.courier.DeliveryFixture.in;
import static io.baedal.delivery.courier.DeliveryStatus.CANCELLED;
import static io.baedal.delivery.courier.DeliveryStatus.COMPLETED;
import static io.baedal.delivery.courier.DeliveryStatus.PICKED_UP;
import static io.baedal.delivery.courier.DeliveryStatus.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.baedal.delivery.refusal.WrongState;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryTest {

  private record Transition(DeliveryStatus from, DeliveryStatus to) {}

  private static final Set<Transition> ALLOWED =
      Set.of(
          new Transition(STARTED, PICKED_UP),
          new Transition(STARTED, CANCELLED),
          new Transition(PICKED_UP, COMPLETED));

  static Stream<Arguments> everyPair() {
    return Arrays.stream(DeliveryStatus.values())
        .flatMap(from -> Arrays.stream(DeliveryStatus.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void allowsOnlyTheseTransitions(DeliveryStatus from, DeliveryStatus to) {
    boolean allowed = ALLOWED.contains(new Transition(from, to));
    assertThat(from.allows(to)).isEqualTo(allowed);
    if (to == STARTED) {
      return; // the initial status
    }
    if (allowed) {
      assertThat(change(from, to).status()).isEqualTo(to);
    } else {
      WrongState refusal = catchThrowableOfType(WrongState.class, () -> change(from, to));
      assertThat(refusal.current()).isEqualTo(from.name());
    }
  }

  private static Delivery change(DeliveryStatus from, DeliveryStatus to) {
    Delivery delivery = in(from);
    return switch (to) {
      case PICKED_UP -> delivery.pickedUp(LATER);
      case COMPLETED -> delivery.completed(LATER);
      case CANCELLED -> delivery.recalled(LATER);
      case STARTED -> throw new IllegalArgumentException();
    };
  }

  @Test
  void keepsTheTimeOfEachStep() {
    Delivery completed = in(PICKED_UP).completed(LATER.plusSeconds(1));

    assertThat(completed.pickedUpAt()).isEqualTo(LATER);
    assertThat(completed.completedAt()).isEqualTo(LATER.plusSeconds(1));
    assertThat(completed.cancelledAt()).isNull();
    assertThat(in(CANCELLED).cancelledAt()).isEqualTo(LATER);
  }

  @Test
  void canBeRecalledBeforeItStarts() {
    Delivery recalled = Delivery.recalledUnstarted(ORDER_ID, LATER);

    assertThat(recalled.status()).isEqualTo(CANCELLED);
    assertThat(recalled.wasRequested()).isFalse();
    assertThat(in(CANCELLED).wasRequested()).isTrue();
  }

  @Test
  void toStringOmitsCustomerData() {
    var route = new Route(13L, "store-1", "12 Sejong-daero", "ring twice", "+82 2 123 4567");

    assertThat(Delivery.started(ORDER_ID, route, LATER).toString())
        .contains("store-1", "13")
        .doesNotContain("Sejong", "ring", "123 4567");
  }

  @Test
  void refusesARouteWithoutStoreOrAddress() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Route(null, "store-1", " ", null, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Route(null, "", "12 Harbour Street", null, null));
  }
}
