package io.baedal.bench.watch;

/**
 * How often one statement was executed, and what it used in total.
 *
 * @param walBytes that it logged, in triggers as well
 */
public record StatementUse(String database, String text, long calls, double millis, long walBytes) {

  StatementUse since(StatementUse before) {
    return new StatementUse(
        database, text, calls - before.calls, millis - before.millis, walBytes - before.walBytes);
  }
}
