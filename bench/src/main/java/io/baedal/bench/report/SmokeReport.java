package io.baedal.bench.report;

import io.baedal.bench.load.Latency;
import java.util.Locale;

/**
 * The counts of a smoke run; written as JSON.
 *
 * @param order what an order cost, idle use included
 * @param idle the cost of one second without orders
 * @param seconds how long the orders were measured
 */
public record SmokeReport(Cost order, Cost idle, double seconds, Latency post) {

  /** Statements of an order, without those that the idle system executes anyway. */
  public double statements() {
    return net(order.statements(), idle.statements());
  }

  /** Commits of an order, without those of the idle system. */
  public double commits() {
    return net(order.commits(), idle.commits());
  }

  /** Logged bytes of an order, without those of the idle system. */
  public double walBytes() {
    return net(order.walBytes(), idle.walBytes());
  }

  private double net(double ofOrder, double ofIdleSecond) {
    return Math.max(0, ofOrder - ofIdleSecond * seconds / order.count());
  }

  /** A readable table. */
  public String text() {
    var text = new StringBuilder();
    row(text, "an order, without idle use", "statements", "commits", "WAL kB");
    order
        .databases()
        .forEach(
            (name, cost) -> {
              Cost.Database rest =
                  idle.databases().getOrDefault(name, new Cost.Database(0, 0, 0, 0));
              row(
                  text,
                  name,
                  one(net(cost.statements(), rest.statements())),
                  one(net(cost.commits(), rest.commits())),
                  one(net(cost.walBytes(), rest.walBytes()) / 1_000));
            });
    row(text, "all", one(statements()), one(commits()), one(walBytes() / 1_000));
    row(
        text,
        "the idle system, a second",
        one(idle.statements()),
        one(idle.commits()),
        one(idle.walBytes() / 1_000));
    return text.toString();
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static void row(
      StringBuilder text, String name, String statements, String commits, String wal) {
    text.append(String.format(Locale.ROOT, "%-28s %10s %8s %8s%n", name, statements, commits, wal));
  }
}
