package io.baedal.bench.watch;

/**
 * The use of one database since PostgreSQL was started or, after {@link #per}, for one order.
 *
 * @param statements without those that begin and end transactions
 * @param commits of transactions, read-only ones included
 * @param walBytes written by statements: without the records of commits
 * @param millis execution time of statements
 */
public record DatabaseUse(double statements, double commits, double walBytes, double millis) {

  public static final DatabaseUse NONE = new DatabaseUse(0, 0, 0, 0);

  DatabaseUse since(DatabaseUse before) {
    return new DatabaseUse(
        statements - before.statements,
        commits - before.commits,
        walBytes - before.walBytes,
        millis - before.millis);
  }

  /** The mean of {@code count} orders or seconds, rounded. */
  public DatabaseUse per(double count) {
    return new DatabaseUse(
        Reading.rounded(statements / count),
        Reading.rounded(commits / count),
        Reading.rounded(walBytes / count),
        Reading.rounded(millis / count));
  }
}
