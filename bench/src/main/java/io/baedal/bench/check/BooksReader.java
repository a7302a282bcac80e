package io.baedal.bench.check;

import io.baedal.bench.connection.Database;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the books of every order from the five databases and the status topic. Each database is
 * read at another moment, so only settled orders can be compared.
 */
public final class BooksReader {

  private final LocalSystem system;
  private final @Nullable StatusTopic topic;

  /** Reads the status topic from its beginning at the first use, and then only what is new. */
  public BooksReader(LocalSystem system) {
    this(system, new StatusTopic(system.kafkaBootstrap()));
  }

  private BooksReader(LocalSystem system, @Nullable StatusTopic topic) {
    this.system = system;
    this.topic = topic;
  }

  /**
   * Reads only the databases, for tests that delete the topic: republished events are not in order.
   */
  public static BooksReader ofDatabases(LocalSystem system) {
    return new BooksReader(system, null);
  }

  /** The books of all orders that any service knows. */
  public Collection<OrderBooks> read() {
    Map<String, OrderBooksBuilder> all = new TreeMap<>();
    try (var orders = new Database(system, Part.ORDER)) {
      orders(orders, all);
      unsent(orders, all);
    }
    try (var payments = new Database(system, Part.PAYMENT)) {
      payments(payments, all);
      unsent(payments, all);
    }
    try (var deliveries = new Database(system, Part.DELIVERY)) {
      deliveries(deliveries, all);
      unsent(deliveries, all);
    }
    try (var processes = new Database(system, Part.ORCHESTRATOR)) {
      progress(processes, all);
      unsent(processes, all);
    }
    // the view last: it consumes a change only after the other services have made it
    if (topic != null) {
      all.values().forEach(order -> order.published = List.of());
      topic.changes().forEach((order, changes) -> of(all, order).published = changes);
    }
    try (var views = new Database(system, Part.ORDER_VIEW)) {
      views(views, all);
    }
    return all.values().stream().map(OrderBooksBuilder::build).toList();
  }

  private static OrderBooksBuilder of(Map<String, OrderBooksBuilder> all, String order) {
    return all.computeIfAbsent(order, OrderBooksBuilder::new);
  }

  private static void orders(Database rows, Map<String, OrderBooksBuilder> all) {
    rows.each(
        "SELECT id, status, reason, amount, cancellation_outcome, cancellation_refused_because"
            + " FROM orders",
        row ->
            of(all, row.getString(1)).order =
                new OrderBooks.Order(
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getString(5),
                    row.getString(6)));
  }

  private static void payments(Database rows, Map<String, OrderBooksBuilder> all) {
    rows.each(
        "SELECT order_id, status, approved_amount, refunded_amount FROM payments",
        row ->
            of(all, row.getString(1))
                .payments
                .add(new OrderBooks.Payment(row.getString(2), row.getLong(3), row.getLong(4))));
    // the key of a charge ends with the id of the order
    rows.each(
        "SELECT right(key, 36), state, amount FROM simulated_provider_charges",
        row ->
            of(all, row.getString(1))
                .charges
                .add(new OrderBooks.Charge(row.getString(2), row.getLong(3))));
  }

  private static void deliveries(Database rows, Map<String, OrderBooksBuilder> all) {
    rows.each(
        "SELECT order_id, status FROM store_requests",
        row -> of(all, row.getString(1)).storeRequest = row.getString(2));
    rows.each(
        "SELECT order_id, status FROM deliveries",
        row -> of(all, row.getString(1)).delivery = row.getString(2));
  }

  private static void progress(Database rows, Map<String, OrderBooksBuilder> all) {
    rows.each(
        "SELECT order_id, status, sequence, reason, parked FROM order_progress",
        row ->
            of(all, row.getString(1)).progress =
                new OrderBooks.Progress(
                    row.getString(2), row.getInt(3), row.getString(4), row.getInt(5)));
    rows.each(
        "SELECT business_key_, count(*) FROM act_ru_execution"
            + " WHERE parent_id_ IS NULL AND business_key_ IS NOT NULL GROUP BY business_key_",
        row -> of(all, row.getString(1)).processes = row.getInt(2));
    rows.each(
        "SELECT process.business_key_, count(*) FROM act_ru_incident incident"
            + " JOIN act_ru_execution process ON process.id_ = incident.proc_inst_id_"
            + " WHERE process.business_key_ IS NOT NULL GROUP BY process.business_key_",
        row -> of(all, row.getString(1)).incidents = row.getInt(2));
  }

  private static void views(Database rows, Map<String, OrderBooksBuilder> all) {
    rows.each(
        "SELECT order_id, status, reason, sequence, cancellation_refusal FROM order_views",
        row ->
            of(all, row.getString(1)).view =
                new OrderBooks.View(
                    row.getString(2), row.getString(3), row.getInt(4), row.getString(5)));
    rows.each(
        "SELECT order_id, sequence, status FROM status_changes ORDER BY order_id, sequence",
        row ->
            of(all, row.getString(1))
                .timeline
                .add(new OrderBooks.Change(row.getInt(2), row.getString(3))));
  }

  private static void unsent(Database rows, Map<String, OrderBooksBuilder> all) {
    rows.each(
        "SELECT order_id, count(*) FROM outbox WHERE topic <> 'audit.v1' GROUP BY order_id",
        row -> of(all, row.getString(1)).unsent += row.getInt(2));
  }

  /** Whether no order of {@code books} can change any more without input. */
  public static boolean settled(Collection<OrderBooks> books) {
    return books.stream().allMatch(OrderBooks::isSettled);
  }

  /** Those of {@code books} that can still change without input. */
  public static List<OrderBooks> unsettled(Collection<OrderBooks> books) {
    return books.stream().filter(order -> !order.isSettled()).toList();
  }
}
