package io.baedal.bench.growth;

import io.baedal.bench.connection.Database;
import io.baedal.bench.growth.Copier.Replacements;
import io.baedal.bench.growth.Copier.Rows;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Copies one real order thousands of times, row by row in all five databases. Customers, stores,
 * numbers, references and times differ in each copy. Events are not copied, and times within the
 * text of a timeline stay those of the original.
 */
public final class OrderCopies implements AutoCloseable {

  private static final int CUSTOMERS = 5_000;
  private static final int STORES = 200;

  /**
   * The requested time of copied store requests: in the future, so that no simulated store answers
   * them.
   */
  private static final Duration TOMORROW = Duration.ofDays(-1);

  private static final Rows STORE_REQUESTS = Rows.by("order_id", "store_requests");

  private static final Map<Part, List<Rows>> ROWS =
      new EnumMap<>(
          Map.of(
              Part.ORDER, List.of(Rows.by("id", "orders")),
              Part.PAYMENT,
                  List.of(
                      Rows.by("order_id", "payments"),
                      Rows.by("right(key, 36)", "simulated_provider_charges")),
              Part.DELIVERY, List.of(STORE_REQUESTS, Rows.by("order_id", "deliveries")),
              Part.ORDER_VIEW,
                  List.of(
                      Rows.by("order_id", "order_views"), Rows.by("order_id", "status_changes")),
              Part.ORCHESTRATOR,
                  List.of(
                      Rows.by("order_id", "order_progress"),
                      Rows.ofProcess("proc_inst_id_", "act_ru_execution"),
                      Rows.ofProcess("proc_inst_id_", "act_ru_event_subscr"),
                      Rows.ofProcess("proc_inst_id_", "act_ru_variable"),
                      Rows.ofProcess("process_instance_id_", "act_ru_job"),
                      // last: the conditions of the other tables read its rows
                      Rows.ofProcess("proc_inst_id_", "act_hi_procinst"))));

  private final Map<Part, Database> databases = new EnumMap<>(Part.class);
  private long number;

  /** Copies within {@code system}, which runs. */
  public OrderCopies(LocalSystem system) {
    for (Part service : ROWS.keySet()) {
      databases.put(service, new Database(system, service));
    }
  }

  /** Copies an order that has ended. The first copy is {@code youngest} older than the original. */
  public void ended(String orderId, int copies, Duration youngest, Duration span) {
    copy(orderId, copies, youngest, youngest, span);
  }

  /** Copies an order that waits for its store. */
  public void waiting(String orderId, int copies) {
    copy(orderId, copies, Duration.ZERO, TOMORROW, Duration.ofMinutes(10));
  }

  /** The number of any of the copies. */
  public long anyNumber() {
    return number;
  }

  private void copy(
      String orderId, int copies, Duration youngest, Duration storeRequests, Duration span) {
    Database orders = database(Part.ORDER);
    long first = orders.number("SELECT nextval('orders_number_seq')");
    orders.execute("SELECT setval('orders_number_seq', %d)".formatted(first + copies));
    number = first + copies / 2;
    Replacements changes = replacements(orderId);
    for (Map.Entry<Part, List<Rows>> service : ROWS.entrySet()) {
      for (Rows rows : service.getValue()) {
        Duration begin = rows == STORE_REQUESTS ? storeRequests : youngest;
        new Copier(database(service.getKey()))
            .copy(rows, orderId, first, copies, changes, begin, span);
      }
    }
  }

  private Replacements replacements(String orderId) {
    Database orders = database(Part.ORDER);
    String of = " FROM orders WHERE id = '%s'".formatted(orderId);
    var changes = new Replacements().id(orderId);
    for (String id :
        database(Part.PAYMENT)
            .texts("SELECT id FROM payments WHERE order_id = '%s'".formatted(orderId))) {
      changes.id(id);
    }
    for (String table :
        List.of("act_ru_execution", "act_ru_event_subscr", "act_ru_variable", "act_hi_procinst")) {
      processIds(changes, "proc_inst_id_", table, orderId);
    }
    processIds(changes, "process_instance_id_", "act_ru_job", orderId);
    String number = orders.texts("SELECT number" + of).get(0);
    for (String key : List.of("\"number\": ", "\"orderNumber\": ")) {
      changes.text(key + number, "'%s' || i".formatted(key));
    }
    String reference = orders.texts("SELECT client_reference" + of).get(0);
    changes.text("\"" + reference + "\"", "'\"copy-' || i || '\"'");
    changes.text(
        "\"" + orders.texts("SELECT customer_id" + of).get(0) + "\"",
        "'\"customer-' || i %% %d || '\"'".formatted(CUSTOMERS));
    changes.text(
        "\"" + orders.texts("SELECT store_id" + of).get(0) + "\"",
        "'\"store-' || i %% %d || '\"'".formatted(STORES));
    return changes;
  }

  private void processIds(Replacements changes, String column, String table, String orderId) {
    String where = Rows.ofProcess(column, table).where(orderId);
    for (String id :
        database(Part.ORCHESTRATOR).texts("SELECT id_ FROM " + table + " WHERE " + where)) {
      changes.id(id);
    }
  }

  /**
   * Fills each inbox with as many events as {@code orders} more orders would have caused, received
   * within {@code age}.
   */
  public void receivedEvents(int orders, Duration age) {
    long known = count(Part.ORDER, "orders");
    for (Database database : databases.values()) {
      database.execute(
          """
          INSERT INTO inbox (event_id, received_at)
          SELECT gen_random_uuid(), now() - random() * make_interval(secs => %d)
          FROM generate_series(1, %d * (SELECT count(*) FROM inbox) / %d)
          """
              .formatted(age.toSeconds(), orders, known));
    }
  }

  /** Updates PostgreSQL's statistics and visibility maps, as autovacuum would have in time. */
  public void vacuum() {
    databases.values().forEach(database -> database.execute("VACUUM ANALYZE"));
  }

  /** How many rows a table has. */
  public long count(Part service, String table) {
    return database(service).number("SELECT count(*) FROM " + table);
  }

  private Database database(Part service) {
    return Objects.requireNonNull(databases.get(service));
  }

  @Override
  public void close() {
    databases.values().forEach(Database::close);
  }
}
