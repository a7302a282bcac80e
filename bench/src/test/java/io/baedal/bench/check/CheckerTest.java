package io.baedal.bench.check;

import static io.baedal.bench.check.BooksFixture.AMOUNT;
import static io.baedal.bench.check.BooksFixture.cancelled;
import static io.baedal.bench.check.BooksFixture.changes;
import static io.baedal.bench.check.BooksFixture.delivered;
import static io.baedal.bench.check.Invariant.MONEY_RECONCILES;
import static io.baedal.bench.check.Invariant.NOTHING_LOST;
import static io.baedal.bench.check.Invariant.NOTHING_STAYS_OPEN;
import static io.baedal.bench.check.Invariant.ONE_OUTCOME_PER_CANCEL;
import static io.baedal.bench.check.Invariant.VIEW_AGREES;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.bench.check.OrderBooks.Change;
import io.baedal.bench.check.OrderBooks.Charge;
import io.baedal.bench.check.OrderBooks.Order;
import io.baedal.bench.check.OrderBooks.Payment;
import io.baedal.bench.check.OrderBooks.Progress;
import io.baedal.bench.check.OrderBooks.View;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckerTest {

  @Test
  void findsNoViolationInCorrectBooks() {
    assertThat(Checker.check(delivered().build())).isEmpty();
    assertThat(Checker.check(cancelled().build())).isEmpty();
  }

  @Test
  void acceptsAnOrderWithAnIncident() {
    var books = delivered();
    books.order = new Order("PLACED", null, AMOUNT, null, null);
    books.progress = new Progress("PAYMENT_APPROVED", 2, null, 0);
    books.view = new View("PAYMENT_APPROVED", null, 2, null);
    books.timeline = changes("PLACED", "PAYMENT_APPROVED");
    books.published = books.timeline;
    books.processes = 1;
    assertThat(invariants(books)).containsOnly(NOTHING_LOST);
    books.incidents = 1;
    assertThat(invariants(books)).isEmpty();
  }

  @Test
  void acceptsAChangeThatWasRepublished() {
    var books = delivered();
    books.published = Stream.concat(books.timeline.stream(), books.timeline.stream()).toList();
    assertThat(invariants(books)).isEmpty();
  }

  static Stream<Arguments> wrongs() {
    return Stream.of(
        wrong(NOTHING_LOST, "order unknown", () -> delivered(), b -> b.order = null),
        wrong(NOTHING_LOST, "never started", () -> delivered(), b -> b.progress = null),
        wrong(NOTHING_LOST, "event not sent", () -> delivered(), b -> b.unsent = 1),
        wrong(NOTHING_LOST, "still running", () -> delivered(), b -> b.processes = 1),
        wrong(
            NOTHING_LOST,
            "message parked",
            () -> delivered(),
            b -> b.progress = new Progress("DELIVERED", 4, null, 1)),
        wrong(
            NOTHING_LOST,
            "order and orchestrator differ",
            () -> delivered(),
            b -> b.order = new Order("REJECTED", "STORE_REJECTED", AMOUNT, null, null)),
        wrong(
            NOTHING_LOST,
            "wrong reason",
            () -> cancelled(),
            b -> b.order = new Order("CANCELLED", "OPERATOR_CANCELLED", AMOUNT, "CANCELLED", null)),
        wrong(
            MONEY_RECONCILES,
            "approved twice",
            () -> delivered(),
            b -> b.payments = List.of(b.payments.get(0), b.payments.get(0))),
        wrong(MONEY_RECONCILES, "never charged", () -> delivered(), b -> b.charges = List.of()),
        wrong(
            MONEY_RECONCILES,
            "charged twice",
            () -> delivered(),
            b -> b.charges = List.of(b.charges.get(0), b.charges.get(0))),
        wrong(
            MONEY_RECONCILES,
            "delivered and refunded",
            () -> delivered(),
            b -> b.payments = List.of(new Payment("CANCELLED", AMOUNT, AMOUNT))),
        wrong(
            MONEY_RECONCILES,
            "cancelled and not refunded",
            () -> cancelled(),
            b -> b.payments = List.of(new Payment("APPROVED", AMOUNT, 0))),
        wrong(
            MONEY_RECONCILES,
            "refunded by payment, not by the provider",
            () -> cancelled(),
            b -> b.charges = List.of(new Charge("CHARGED", AMOUNT))),
        wrong(
            NOTHING_STAYS_OPEN,
            "store request open",
            () -> cancelled(),
            b -> b.storeRequest = "ACCEPTED"),
        wrong(NOTHING_STAYS_OPEN, "delivery open", () -> cancelled(), b -> b.delivery = "STARTED"),
        wrong(
            NOTHING_STAYS_OPEN,
            "delivered without a delivery",
            () -> delivered(),
            b -> b.delivery = null),
        wrong(VIEW_AGREES, "no view", () -> delivered(), b -> b.view = null),
        wrong(
            VIEW_AGREES,
            "view behind",
            () -> delivered(),
            b -> b.view = new View("STORE_REQUESTED", null, 3, null)),
        wrong(
            VIEW_AGREES,
            "timeline lacks one",
            () -> delivered(),
            b -> b.timeline = List.of(b.timeline.get(0), b.timeline.get(2), b.timeline.get(3))),
        wrong(
            VIEW_AGREES,
            "timeline repeats a status",
            () -> delivered(),
            b -> b.timeline = changes("PLACED", "PLACED", "STORE_REQUESTED", "DELIVERED")),
        wrong(
            VIEW_AGREES,
            "published out of order",
            () -> delivered(),
            b ->
                b.published =
                    List.of(
                        b.timeline.get(1),
                        b.timeline.get(0),
                        b.timeline.get(2),
                        b.timeline.get(3))),
        wrong(
            VIEW_AGREES,
            "one sequence number, two statuses",
            () -> delivered(),
            b ->
                b.published =
                    Stream.concat(b.timeline.stream(), Stream.of(new Change(4, "CANCELLED")))
                        .toList()),
        wrong(
            VIEW_AGREES,
            "never published",
            () -> delivered(),
            b -> b.published = b.published.subList(0, 3)),
        wrong(
            ONE_OUTCOME_PER_CANCEL,
            "no outcome",
            () -> cancelled(),
            b -> b.order = new Order("CANCELLED", "CUSTOMER_CANCELLED", AMOUNT, "PENDING", null)),
        wrong(
            ONE_OUTCOME_PER_CANCEL,
            "cancelled and delivered",
            () -> delivered(),
            b -> b.order = new Order("DELIVERED", null, AMOUNT, "CANCELLED", null)),
        wrong(
            ONE_OUTCOME_PER_CANCEL,
            "refused without a reason",
            () -> delivered(),
            b -> b.order = new Order("DELIVERED", null, AMOUNT, "REFUSED", null)),
        wrong(
            ONE_OUTCOME_PER_CANCEL,
            "the view does not show the refusal",
            () -> delivered(),
            b -> b.order = new Order("DELIVERED", null, AMOUNT, "REFUSED", "PICKED_UP")));
  }

  private static Arguments wrong(
      Invariant invariant,
      String name,
      Supplier<BooksFixture> books,
      Consumer<BooksFixture> change) {
    return Arguments.of(invariant, name, books, change);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("wrongs")
  void findsEachWrongEntry(
      Invariant invariant,
      String name,
      Supplier<BooksFixture> good,
      Consumer<BooksFixture> change) {
    BooksFixture books = good.get();
    change.accept(books);
    assertThat(invariants(books)).as(name).contains(invariant);
  }

  @Test
  void findsAnAmountThatChanged() {
    var customer = new CustomerRecord("order-1", AMOUNT + 1, CustomerRecord.Cancel.NONE);
    assertThat(Checker.check(delivered().build(), customer))
        .extracting(Violation::invariant)
        .containsExactly(NOTHING_LOST);
  }

  @Test
  void findsAnAcceptedCancelWithoutAnOutcome() {
    var customer = new CustomerRecord("order-1", AMOUNT, CustomerRecord.Cancel.ACCEPTED);
    assertThat(Checker.check(delivered().build(), customer))
        .extracting(Violation::invariant)
        .containsExactly(ONE_OUTCOME_PER_CANCEL);
  }

  private static List<Invariant> invariants(BooksFixture books) {
    return Checker.check(books.build()).stream().map(Violation::invariant).distinct().toList();
  }
}
