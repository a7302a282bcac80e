package io.baedal.bench;

import io.baedal.bench.load.Menus;
import io.baedal.bench.load.Mix;
import io.baedal.bench.load.OrderFlow;
import io.baedal.bench.load.Sample;
import io.baedal.bench.report.Cost;
import io.baedal.bench.report.SmokeReport;
import io.baedal.bench.watch.Meter;
import io.baedal.bench.watch.Reading;
import io.baedal.local.common.LocalFailure;
import java.time.Duration;

/**
 * Counts the statements and commits of an order. It takes a few minutes and may run on a busy
 * machine, because no time is checked.
 */
record SmokeRun(RunOptions command) {

  private static final int UNDER_WAY = 20;
  private static final int WARM_UP = 60;
  private static final int ORDERS = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** The time within which an idle connection adds its share to PostgreSQL's counters. */
  private static final Duration COUNTER_DELAY = Duration.ofSeconds(11);

  private static final Duration IDLE = Duration.ofSeconds(10);

  SmokeReport run() throws Exception {
    return command.withSystem(
        MeasuredSystem.options(command),
        system -> {
          system.start();
          Menus.put(system);
          try (var meter = new Meter(system);
              var flow = MeasuredSystem.flow(system, 1)) {
            return measure(meter, flow);
          }
        });
  }

  private SmokeReport measure(Meter meter, OrderFlow flow) throws InterruptedException {
    deliver(flow, WARM_UP);
    Thread.sleep(COUNTER_DELAY.toMillis());
    Reading begin = meter.read();
    Thread.sleep(IDLE.toMillis());
    Reading rested = meter.read();
    Sample orders = deliver(flow, ORDERS);
    Thread.sleep(COUNTER_DELAY.toMillis());
    Reading end = meter.read();
    Reading idle = rested.since(begin);
    Reading used = end.since(rested);
    return new SmokeReport(
        Cost.of(used, ORDERS), Cost.of(idle, idle.seconds()), used.seconds(), orders.posts());
  }

  private Sample deliver(OrderFlow flow, int orders) throws InterruptedException {
    command.say(orders + " orders");
    Sample sample = flow.keep(UNDER_WAY, orders, Mix.HAPPY);
    if (!flow.awaitEnds(PATIENCE) || sample.counts().getOrDefault("DELIVERED", 0L) != orders) {
      throw new LocalFailure(
          "Of " + orders + " orders not all were delivered in time: " + sample.counts());
    }
    return sample;
  }
}
