package io.baedal.delivery.store;

import static io.baedal.delivery.store.StoreRequestFixture.LATER;
import static io.baedal.delivery.store.StoreRequestFixture.ORDER_ID;
import static io.baedal.delivery.store.StoreRequestFixture.in;
import static io.baedal.delivery.store.StoreRequestStatus.ACCEPTED;
import static io.baedal.delivery.store.StoreRequestStatus.CANCELLED;
import static io.baedal.delivery.store.StoreRequestStatus.REJECTED;
import static io.baedal.delivery.store.StoreRequestStatus.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.baedal.delivery.refusal.WrongState;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StoreRequestTest {

  private record Transition(StoreRequestStatus from, StoreRequestStatus to) {}

  private static final Set<Transition> ALLOWED =
      Set.of(
          new Transition(REQUESTED, ACCEPTED),
          new Transition(REQUESTED, REJECTED),
          new Transition(REQUESTED, CANCELLED),
          new Transition(ACCEPTED, CANCELLED));

  static Stream<Arguments> everyPair() {
    return Arrays.stream(StoreRequestStatus.values())
        .flatMap(
            from -> Arrays.stream(StoreRequestStatus.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void allowsOnlyTheseTransitions(StoreRequestStatus from, StoreRequestStatus to) {
    boolean allowed = ALLOWED.contains(new Transition(from, to));
    assertThat(from.allows(to)).isEqualTo(allowed);
    if (to == REQUESTED) {
      return; // the initial status
    }
    if (allowed) {
      assertThat(change(from, to).status()).isEqualTo(to);
    } else {
      WrongState refusal = catchThrowableOfType(WrongState.class, () -> change(from, to));
      assertThat(refusal.current()).isEqualTo(from.name());
    }
  }

  private static StoreRequest change(StoreRequestStatus from, StoreRequestStatus to) {
    StoreRequest request = in(from);
    return switch (to) {
      case ACCEPTED -> request.accepted(LATER);
      case REJECTED -> request.rejected("sold out", LATER);
      case CANCELLED -> request.cancelled(LATER);
      case REQUESTED -> throw new IllegalArgumentException();
    };
  }

  @Test
  void keepsTheReasonAndTheTimes() {
    assertThat(in(REJECTED).rejectionReason()).isEqualTo("sold out");
    assertThat(in(REJECTED).answeredAt()).isEqualTo(LATER);
    StoreRequest cancelled = in(ACCEPTED).cancelled(LATER.plusSeconds(1));
    assertThat(cancelled.answeredAt()).isEqualTo(LATER);
    assertThat(cancelled.cancelledAt()).isEqualTo(LATER.plusSeconds(1));
  }

  @Test
  void canBeCancelledBeforeItIsRequested() {
    StoreRequest cancelled = StoreRequest.cancelledUnrequested(ORDER_ID, LATER);

    assertThat(cancelled.status()).isEqualTo(CANCELLED);
    assertThat(cancelled.wasRequested()).isFalse();
    assertThat(in(CANCELLED).wasRequested()).isTrue();
  }

  @Test
  void toStringOmitsCustomerData() {
    var items = List.of(new StoreOrder.Item("Bibimbap", 1, List.of("no egg")));
    var order = new StoreOrder(13L, "store-1", items, "12 Sejong-daero", "no cutlery");

    assertThat(StoreRequest.requested(ORDER_ID, order, LATER).toString())
        .contains("store-1", "13")
        .doesNotContain("Sejong", "cutlery", "egg");
  }

  @Test
  void refusesOrdersWithoutItemsAndInvalidItems() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StoreOrder(null, "s", List.of(), null, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new StoreOrder.Item("x", 0, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new StoreOrder.Item(" ", 1, List.of()));
  }
}
