package io.baedal.bench;

import io.baedal.bench.growth.Lists;
import io.baedal.bench.growth.OrderCopies;
import io.baedal.bench.load.Entrance;
import io.baedal.bench.load.Latency;
import io.baedal.bench.load.Menus;
import io.baedal.bench.load.Mix;
import io.baedal.bench.load.PlacedOrder;
import io.baedal.bench.report.Cost;
import io.baedal.bench.report.GrowthReport;
import io.baedal.bench.report.Machine;
import io.baedal.bench.report.Phase;
import io.baedal.bench.watch.Meter;
import io.baedal.local.common.Account;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalOptions;
import io.baedal.local.launcher.LocalSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures the same load with empty databases, with full ones, and while old rows are removed. */
record GrowthRun(RunOptions command, Settings settings) {

  /**
   * The settings of a run.
   *
   * @param ended copies of an order that has ended
   * @param open copies of an order that waits for its store
   * @param perSecond orders per second during a measurement
   * @param window how long each measurement lasts
   * @param warmUp how long the system may warm up
   */
  record Settings(int ended, int open, double perSecond, Duration window, Duration warmUp) {}

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Rows up to this age are kept. */
  private static final Duration YOUNG = Duration.ofDays(14);

  /** Rows of this age and older are removed. */
  private static final Duration OLD = Duration.ofDays(440);

  GrowthReport run() throws Exception {
    LocalOptions.Builder options =
        MeasuredSystem.atOnce(MeasuredSystem.options(command))
            .environment(Part.ORCHESTRATOR, "ORCHESTRATOR_STORE_ANSWER_DEADLINE", "P2D");
    MeasuredSystem.asInImages(options, new ImageJvm(command.root()));
    return command.withSystem(
        options,
        system -> {
          system.start();
          Menus.put(system);
          try (var meter = new Meter(system);
              var flow = MeasuredSystem.flow(system, 1);
              var copies = new OrderCopies(system)) {
            return run(new MeasuredSystem(system, meter, flow, settings.window()), copies);
          }
        });
  }

  private GrowthReport run(MeasuredSystem measured, OrderCopies copies)
      throws IOException, InterruptedException {
    Instant begunAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String ended = place(measured.system(), "APPLE", "DELIVERED");
    String open = place(measured.system(), "IGNORE-ME", "STORE_REQUESTED");
    measured.flow().startArrivals(settings.perSecond(), Mix.HAPPY);
    measured.warmUp(settings.warmUp(), cost -> say("Warm-up", cost));
    List<Phase> phases = new ArrayList<>();
    phases.add(phase(measured, "empty"));

    command.say("Copying " + settings.ended() + " orders that have ended");
    copies.receivedEvents(settings.ended(), YOUNG);
    copies.ended(ended, settings.ended(), Duration.ZERO, YOUNG);
    command.say("Copying " + settings.open() + " open orders");
    copies.waiting(open, settings.open());
    copies.vacuum();
    phases.add(phase(measured, "full"));
    Map<String, Latency> lists = new Lists(measured.system()).measure(copies.anyNumber());

    int old = settings.ended() / 5;
    command.say("Copying " + old + " orders that are due for removal");
    copies.receivedEvents(old, OLD);
    copies.ended(ended, old, OLD, YOUNG);
    Map<String, Long> before = counts(copies);
    phases.add(phase(measured, "while cleaned"));
    Map<String, Long> after = counts(copies);
    Map<String, List<Long>> left = new TreeMap<>();
    before.forEach((rows, count) -> left.put(rows, List.of(count, after.getOrDefault(rows, 0L))));
    return new GrowthReport(
        begunAt.toString(), Machine.here(), settings.ended(), settings.open(), phases, lists, left);
  }

  private Phase phase(MeasuredSystem measured, String name) throws InterruptedException {
    Phase phase = measured.phase(name, settings.perSecond(), 0, Mix.HAPPY);
    say(name, phase.cost());
    return phase;
  }

  private void say(String name, Cost cost) {
    command.say("%s: %.1f ms of CPU an order", name, cost.cpuMillis());
  }

  /** Places an order, and waits until it has the status. */
  private static String place(LocalSystem system, String product, String status)
      throws IOException, InterruptedException {
    var entrance = new Entrance(system, Account.OPERATOR);
    Menus.put(entrance, "store-original", 9_000);
    HttpResponse<String> placed =
        entrance.post(
            "/orders",
            """
            {"orderId": "%s", "customerId": "customer-original", "storeId": "store-original",
             "paymentMethod": "approved", "deliveryAddress": "12 Sejong-daero, Seoul",
             "items": [{"productName": "%s", "quantity": 2, "unitPrice": 9000}]}"""
                .formatted("original-" + status, product));
    String id = PlacedOrder.id(placed.body());
    long late = System.nanoTime() + PATIENCE.toNanos();
    while (!entrance.get("/order-views/" + id).body().contains("\"status\":\"" + status + "\"")) {
      if (System.nanoTime() > late) {
        throw new LocalFailure("The order " + id + " did not become " + status + ".");
      }
      Thread.sleep(200);
    }
    return id;
  }

  private static Map<String, Long> counts(OrderCopies copies) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("orders", copies.count(Part.ORDER, "orders"));
    counts.put("payments", copies.count(Part.PAYMENT, "payments"));
    counts.put("store requests", copies.count(Part.DELIVERY, "store_requests"));
    counts.put("deliveries", copies.count(Part.DELIVERY, "deliveries"));
    counts.put("views", copies.count(Part.ORDER_VIEW, "order_views"));
    counts.put("the view's inbox", copies.count(Part.ORDER_VIEW, "inbox"));
    counts.put("progress", copies.count(Part.ORCHESTRATOR, "order_progress"));
    counts.put("history", copies.count(Part.ORCHESTRATOR, "act_hi_procinst"));
    return counts;
  }
}
