package io.baedal.bench.watch;

import io.baedal.bench.connection.Database;
import io.baedal.local.launcher.LocalOptions;
import io.baedal.local.launcher.LocalSystem;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads PostgreSQL's own counters, from its database {@code postgres}, which is not counted. Not
 * thread-safe.
 */
public final class DatabaseWatch implements AutoCloseable {

  private static final String DATABASES =
      """
      SELECT datname, xact_commit,
        coalesce(sum(calls), 0), coalesce(sum(wal_bytes), 0), coalesce(sum(total_exec_time), 0)
      FROM pg_stat_database LEFT JOIN pg_stat_statements ON dbid = datid
      WHERE datname NOT IN ('postgres', 'template0', 'template1')
      GROUP BY datname, xact_commit
      """;

  private static final String STATEMENTS =
      """
      SELECT datname || ' ' || queryid, datname, left(min(query), 300), sum(calls),
        sum(total_exec_time), sum(wal_bytes)
      FROM pg_stat_statements JOIN pg_database ON pg_database.oid = dbid
      WHERE datname <> 'postgres' GROUP BY datname, queryid
      """;

  private static final String WAL = "SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn";

  private final Database database;

  /** Counts in {@code system}, whose PostgreSQL runs and was started {@link #countable}. */
  public DatabaseWatch(LocalSystem system) {
    database = new Database(system, "postgres");
    database.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
  }

  /** Makes PostgreSQL count statements and record when each transaction was committed. */
  public static LocalOptions.Builder countable(LocalOptions.Builder options) {
    return options
        .databaseSetting("shared_preload_libraries", "pg_stat_statements")
        .databaseSetting("pg_stat_statements.max", "10000")
        // not BEGIN and COMMIT, which are counted as commits
        .databaseSetting("pg_stat_statements.track_utility", "off")
        .databaseSetting("track_commit_timestamp", "on");
  }

  Map<String, DatabaseUse> databases() {
    Map<String, DatabaseUse> uses = new TreeMap<>();
    database.each(
        DATABASES,
        row ->
            uses.put(
                row.getString(1),
                new DatabaseUse(row.getLong(3), row.getLong(2), row.getLong(4), row.getDouble(5))));
    return uses;
  }

  /** By an identifier of the statement. */
  Map<String, StatementUse> statements() {
    Map<String, StatementUse> uses = new HashMap<>();
    database.each(
        STATEMENTS,
        row ->
            uses.put(
                row.getString(1),
                new StatementUse(
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getDouble(5),
                    row.getLong(6))));
    return uses;
  }

  /** Bytes written to the write-ahead log of all databases. */
  long walBytes() {
    return database.number(WAL);
  }

  @Override
  public void close() {
    database.close();
  }
}
