package io.baedal.bench.report;

import static io.baedal.bench.report.TextTable.one;

import io.baedal.bench.load.Latency;
import io.baedal.bench.watch.DatabaseUse;
import java.util.List;

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
    var table =
        new TextTable(
            27, 9, List.of("an order, without idle use", "statements", "commits", "WAL kB"));
    order
        .databases()
        .forEach(
            (name, cost) -> {
              DatabaseUse rest = idle.databases().getOrDefault(name, DatabaseUse.NONE);
              row(
                  table,
                  name,
                  net(cost.statements(), rest.statements()),
                  net(cost.commits(), rest.commits()),
                  net(cost.walBytes(), rest.walBytes()));
            });
    row(table, "all", statements(), commits(), walBytes());
    row(table, "the idle system, a second", idle.statements(), idle.commits(), idle.walBytes());
    return table.text();
  }

  private static void row(
      TextTable table, String name, double statements, double commits, double walBytes) {
    table.row(List.of(name, one(statements), one(commits), one(walBytes / 1_000)));
  }
}
