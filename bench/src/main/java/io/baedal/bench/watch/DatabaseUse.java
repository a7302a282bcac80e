package io.baedal.bench.watch;

/**
 * The use of one database since PostgreSQL was started.
 *
 * @param statements without those that begin and end transactions
 * @param commits of transactions, read-only ones included
 * @param walBytes written by statements: without the records of commits
 * @param millis execution time of statements
 */
public record DatabaseUse(long statements, long commits, long walBytes, double millis) {

  static final DatabaseUse NONE = new DatabaseUse(0, 0, 0, 0);

  DatabaseUse since(DatabaseUse before) {
    return new DatabaseUse(
        statements - before.statements,
        commits - before.commits,
        walBytes - before.walBytes,
        millis - before.millis);
  }
}
