package io.baedal.bench.watch;

/**
 * How often one statement was executed, and what it used in total.
 *
 * @param walBytes that it logged, in triggers as well
 */
public record StatementUse(
    String database, String text, double calls, double millis, double walBytes) {

  StatementUse since(StatementUse before) {
    return new StatementUse(
        database, text, calls - before.calls, millis - before.millis, walBytes - before.walBytes);
  }

  /** The mean of {@code count} orders or seconds, rounded, with the text on one line. */
  public StatementUse per(double count) {
    return new StatementUse(
        database,
        text.replaceAll("\\s+", " "),
        Reading.rounded(calls / count),
        Reading.rounded(millis / count),
        Reading.rounded(walBytes / count));
  }
}
