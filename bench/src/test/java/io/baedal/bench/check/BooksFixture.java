package io.baedal.bench.check;

import io.baedal.bench.check.OrderBooks.Change;
import io.baedal.bench.check.OrderBooks.Charge;
import io.baedal.bench.check.OrderBooks.Order;
import io.baedal.bench.check.OrderBooks.Payment;
import io.baedal.bench.check.OrderBooks.Progress;
import io.baedal.bench.check.OrderBooks.View;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Books without a violation; tests change one entry. */
final class BooksFixture {

  static final long AMOUNT = 18_500;

  @Nullable Order order;
  @Nullable Progress progress;
  int processes;
  int incidents;
  List<Payment> payments;
  List<Charge> charges;
  @Nullable String storeRequest;
  @Nullable String delivery;
  @Nullable View view;
  List<Change> timeline;
  List<Change> published;
  int unsent;

  private BooksFixture(
      Order order, List<Payment> payments, List<Charge> charges, List<Change> changes) {
    this.order = order;
    int last = changes.size();
    this.progress = new Progress(order.status(), last, order.reason(), 0);
    this.view = new View(order.status(), order.reason(), last, order.refusedBecause());
    this.payments = payments;
    this.charges = charges;
    this.timeline = changes;
    this.published = changes;
  }

  static BooksFixture delivered() {
    var books =
        new BooksFixture(
            new Order("DELIVERED", null, AMOUNT, null, null),
            List.of(new Payment("APPROVED", AMOUNT, 0)),
            List.of(new Charge("CHARGED", AMOUNT)),
            changes("PLACED", "PAYMENT_APPROVED", "STORE_REQUESTED", "DELIVERED"));
    books.storeRequest = "ACCEPTED";
    books.delivery = "COMPLETED";
    return books;
  }

  static BooksFixture cancelled() {
    var books =
        new BooksFixture(
            new Order("CANCELLED", "CUSTOMER_CANCELLED", AMOUNT, "CANCELLED", null),
            List.of(new Payment("CANCELLED", AMOUNT, AMOUNT)),
            List.of(new Charge("REVERSED", AMOUNT)),
            changes("PLACED", "PAYMENT_APPROVED", "CANCELLATION_REQUESTED", "CANCELLED"));
    books.storeRequest = "CANCELLED";
    books.delivery = "CANCELLED";
    return books;
  }

  static List<Change> changes(String... statuses) {
    return IntStream.range(0, statuses.length)
        .mapToObj(index -> new Change(index + 1, statuses[index]))
        .toList();
  }

  OrderBooks build() {
    return new OrderBooks(
        "order-1",
        order,
        progress,
        processes,
        incidents,
        payments,
        charges,
        storeRequest,
        delivery,
        view,
        timeline,
        published,
        unsent);
  }
}
