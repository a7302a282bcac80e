package io.baedal.bench.growth;

import io.baedal.local.Credentials;
import io.baedal.local.LocalSystem;
import io.baedal.local.Part;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Copies rows in the database of one service, as its own role. A copy is a row's JSON with other
 * texts in it, so that it needs no knowledge of the columns. Not for several threads.
 */
final class Copier implements AutoCloseable {

  private static final int AT_A_TIME = 5_000;

  private final Connection connection;

  Copier(LocalSystem system, Part service) throws SQLException {
    Credentials login = system.credentials(service);
    connection =
        DriverManager.getConnection(system.jdbcUrl(service), login.username(), login.password());
  }

  /**
   * Copies rows.
   *
   * @param first number of the first copy, on which its texts depend
   * @param changes what is other in a copy
   * @param age of the oldest copy; those between have all ages
   * @param youngest of the youngest copy; below zero for one from the future
   */
  void copy(
      Rows rows,
      String orderId,
      long first,
      int copies,
      Replacements changes,
      Duration age,
      Duration youngest)
      throws SQLException {
    String columns = columns(rows.table(), "%s");
    String values = columns(rows.table(), "r.%s");
    double step = (double) (age.toSeconds() - youngest.toSeconds()) / copies;
    for (int from = 0; from < copies; from += AT_A_TIME) {
      int to = Math.min(copies, from + AT_A_TIME);
      String shifted =
          values.replace(
              "{shift}",
              String.format(
                  Locale.ROOT,
                  "make_interval(secs => %d + (i - %d) * %f)",
                  youngest.toSeconds(),
                  first,
                  step));
      execute(
          "INSERT INTO %s (%s) SELECT %s FROM %s t CROSS JOIN generate_series(%d, %d) AS i"
                  .formatted(
                      rows.table(), columns, shifted, rows.table(), first + from, first + to - 1)
              + " CROSS JOIN LATERAL jsonb_populate_record(NULL::%s, (%s)::jsonb) AS r WHERE %s"
                  .formatted(rows.table(), changes.of("to_jsonb(t)::text"), rows.where(orderId)));
    }
  }

  /** All columns that can be written; {@code {shift}} is taken off those that are times. */
  private String columns(String table, String form) throws SQLException {
    List<String> columns = new ArrayList<>();
    boolean shifts = form.contains(".");
    each(
        """
        SELECT quote_ident(column_name), data_type LIKE 'timestamp%%' FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = '%s' AND is_generated = 'NEVER'
        ORDER BY ordinal_position
        """
            .formatted(table),
        row -> {
          String column = form.formatted(row.getString(1));
          columns.add(shifts && row.getBoolean(2) ? column + " - {shift}" : column);
        });
    return String.join(", ", columns);
  }

  /** The first column of all rows. */
  List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    each(sql, row -> texts.add(row.getString(1)));
    return texts;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  private void each(String sql, Reader reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
