package io.baedal.bench.check;

import io.baedal.bench.check.OrderBooks.Change;
import io.baedal.bench.check.OrderBooks.Charge;
import io.baedal.bench.check.OrderBooks.Order;
import io.baedal.bench.check.OrderBooks.Payment;
import io.baedal.bench.check.OrderBooks.Progress;
import io.baedal.bench.check.OrderBooks.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds each invariant that the books of one order violate. Meant for settled orders. */
public final class Checker {

  private static final Set<String> REFUSALS =
      Set.of("PICKED_UP", "ALREADY_DELIVERED", "ALREADY_REJECTED");

  private final OrderBooks books;
  private final List<Violation> found = new ArrayList<>();

  private Checker(OrderBooks books) {
    this.books = books;
  }

  /**
   * The violations of an order that no customer recorded, because its answer may have been lost.
   */
  public static List<Violation> check(OrderBooks books) {
    var checker = new Checker(books);
    checker.checkAll();
    return List.copyOf(checker.found);
  }

  /** The violations of an order, with the answers to its customer checked as well. */
  public static List<Violation> check(OrderBooks books, CustomerRecord customer) {
    var checker = new Checker(books);
    checker.checkAll();
    checker.customerAnswersHold(customer);
    return List.copyOf(checker.found);
  }

  /** The violations of all these orders, and acknowledged orders that no service has. */
  public static List<Violation> check(
      Collection<OrderBooks> books, Map<String, CustomerRecord> records) {
    List<Violation> violations = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (OrderBooks order : books) {
      known.add(order.orderId());
      CustomerRecord customer = records.get(order.orderId());
      violations.addAll(customer == null ? check(order) : check(order, customer));
    }
    records.keySet().stream()
        .filter(order -> !known.contains(order))
        .map(order -> new Violation(Invariant.NOTHING_LOST, order, "no service has it"))
        .forEach(violations::add);
    return violations;
  }

  private void checkAll() {
    Order order = books.order();
    Progress progress = books.progress();
    if (order == null) {
      require(Invariant.NOTHING_LOST, false, "the order service does not have it");
      return;
    }
    require(Invariant.NOTHING_LOST, progress != null, "the orchestrator does not have it");
    require(Invariant.NOTHING_LOST, books.unsent() == 0, books.unsent() + " events were not sent");
    if (progress == null) {
      return;
    }
    ends(order, progress);
    if (books.hasEnded()) {
      moneyReconciles(order);
      nothingStaysOpen(order);
    }
    viewAgrees(progress);
    timelineIsComplete(progress);
    if (books.published() != null) {
      publishedInOrder(progress, books.published());
    }
    cancelHasOneOutcome(order);
  }

  private void ends(Order order, Progress progress) {
    require(
        Invariant.NOTHING_LOST,
        books.hasEnded() || books.incidents() > 0,
        "neither ended nor in an incident: order %s, progress %s, %d processes"
            .formatted(order.status(), progress.status(), books.processes()));
    require(Invariant.NOTHING_LOST, books.processes() <= 1, books.processes() + " processes run");
    require(
        Invariant.NOTHING_LOST,
        progress.parked() == 0 || books.incidents() > 0,
        progress.parked() + " messages are still parked");
    if (books.hasEnded()) {
      require(
          Invariant.NOTHING_LOST,
          order.status().equals(progress.status())
              && Objects.equals(order.reason(), progress.reason()),
          "order says %s %s, orchestrator %s %s"
              .formatted(order.status(), order.reason(), progress.status(), progress.reason()));
    }
  }

  private void moneyReconciles(Order order) {
    long approvals = books.payments().stream().filter(payment -> payment.approved() > 0).count();
    require(Invariant.MONEY_RECONCILES, approvals <= 1, approvals + " approved payments");
    long due = order.status().equals("DELIVERED") ? order.amount() : 0;
    long kept =
        books.payments().stream()
            .mapToLong(payment -> payment.approved() - payment.refunded())
            .sum();
    require(
        Invariant.MONEY_RECONCILES,
        kept == due,
        "%s, approved minus refunded is %d and not %d".formatted(order.status(), kept, due));
    long held =
        books.charges().stream()
            .filter(charge -> charge.state().equals("CHARGED"))
            .mapToLong(Charge::amount)
            .sum();
    require(
        Invariant.MONEY_RECONCILES,
        held == due,
        "%s, the provider holds %d and not %d".formatted(order.status(), held, due));
    require(
        Invariant.MONEY_RECONCILES,
        !order.status().equals("DELIVERED")
            || books.payments().stream().mapToLong(Payment::refunded).sum() == 0,
        "delivered, and something was refunded");
  }

  private void nothingStaysOpen(Order order) {
    if (order.status().equals("DELIVERED")) {
      require(
          Invariant.NOTHING_STAYS_OPEN,
          "ACCEPTED".equals(books.storeRequest()) && "COMPLETED".equals(books.delivery()),
          "delivered, but store request %s and delivery %s"
              .formatted(books.storeRequest(), books.delivery()));
      return;
    }
    require(
        Invariant.NOTHING_STAYS_OPEN,
        books.storeRequest() == null
            || Set.of("CANCELLED", "REJECTED").contains(books.storeRequest()),
        "%s, but the store request is %s".formatted(order.status(), books.storeRequest()));
    require(
        Invariant.NOTHING_STAYS_OPEN,
        books.delivery() == null || books.delivery().equals("CANCELLED"),
        "%s, but the delivery is %s".formatted(order.status(), books.delivery()));
  }

  private void viewAgrees(Progress progress) {
    View view = books.view();
    require(Invariant.VIEW_AGREES, view != null, "the view does not have it");
    if (view != null) {
      require(
          Invariant.VIEW_AGREES,
          view.status().equals(progress.status())
              && Objects.equals(view.reason(), progress.reason())
              && view.sequence() == progress.sequence(),
          "view %s %s (%d), orchestrator %s %s (%d)"
              .formatted(
                  view.status(),
                  view.reason(),
                  view.sequence(),
                  progress.status(),
                  progress.reason(),
                  progress.sequence()));
    }
  }

  private void timelineIsComplete(Progress progress) {
    List<Integer> sequences = books.timeline().stream().map(Change::sequence).toList();
    require(
        Invariant.VIEW_AGREES,
        sequences.equals(IntStream.rangeClosed(1, progress.sequence()).boxed().toList()),
        "the timeline has changes " + sequences + " of " + progress.sequence());
    List<String> statuses = books.timeline().stream().map(Change::status).toList();
    require(
        Invariant.VIEW_AGREES,
        Set.copyOf(statuses).size() == statuses.size(),
        "the timeline repeats a status: " + statuses);
  }

  /** The topic may repeat a change, but not reorder changes or use a sequence number for two. */
  private void publishedInOrder(Progress progress, List<Change> published) {
    Map<Integer, String> meanings = new HashMap<>();
    int last = 0;
    for (Change change : published) {
      String before = meanings.putIfAbsent(change.sequence(), change.status());
      require(
          Invariant.VIEW_AGREES,
          before == null || before.equals(change.status()),
          "change %d was published as %s and as %s"
              .formatted(change.sequence(), before, change.status()));
      if (before == null) {
        require(
            Invariant.VIEW_AGREES,
            change.sequence() == last + 1,
            "change %d was published after %d".formatted(change.sequence(), last));
        last = change.sequence();
      }
    }
    require(
        Invariant.VIEW_AGREES,
        last == progress.sequence(),
        "%d changes of %d were published".formatted(last, progress.sequence()));
  }

  private void cancelHasOneOutcome(Order order) {
    String outcome = order.cancellationOutcome();
    View view = books.view();
    if (outcome == null || view == null || !books.hasEnded()) {
      return;
    }
    boolean refused = outcome.equals("REFUSED");
    require(
        Invariant.ONE_OUTCOME_PER_CANCEL,
        refused || outcome.equals("CANCELLED"),
        "the cancel is still " + outcome);
    require(
        Invariant.ONE_OUTCOME_PER_CANCEL,
        refused != order.status().equals("CANCELLED"),
        "the cancel was %s and the order is %s".formatted(outcome, order.status()));
    require(
        Invariant.ONE_OUTCOME_PER_CANCEL,
        refused == REFUSALS.contains(String.valueOf(order.refusedBecause())),
        "the cancel was %s because of %s".formatted(outcome, order.refusedBecause()));
    require(
        Invariant.ONE_OUTCOME_PER_CANCEL,
        Objects.equals(view.refusal(), order.refusedBecause()),
        "refused because of %s, but the view says %s"
            .formatted(order.refusedBecause(), view.refusal()));
  }

  private void customerAnswersHold(CustomerRecord customer) {
    Order order = books.order();
    if (order == null) {
      return;
    }
    require(
        Invariant.NOTHING_LOST,
        order.amount() == customer.amount(),
        "%d was ordered and %d is held".formatted(customer.amount(), order.amount()));
    require(
        Invariant.ONE_OUTCOME_PER_CANCEL,
        customer.cancel() != CustomerRecord.Cancel.ACCEPTED || order.cancellationOutcome() != null,
        "an accepted cancel was not stored");
  }

  private void require(Invariant invariant, boolean holds, String otherwise) {
    if (!holds) {
      found.add(new Violation(invariant, books.orderId(), otherwise));
    }
  }
}
