package io.baedal.bench.watch;

/** How often one statement was executed, and how long that took in all. */
public record StatementUse(String database, String text, long calls, double millis) {

  StatementUse since(StatementUse before) {
    return new StatementUse(database, text, calls - before.calls, millis - before.millis);
  }
}
