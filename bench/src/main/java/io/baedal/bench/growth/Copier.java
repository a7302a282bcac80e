package io.baedal.bench.growth;

import io.baedal.local.common.Credentials;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
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
 * Copies rows in the database of one service, with its role. A copy is the row's JSON with some
 * texts replaced, so that it needs no knowledge of the columns. Not thread-safe.
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
   * @param changes the texts that differ in a copy
   * @param youngest how much older than the original the first copy is; negative if younger
   * @param span how much older than the first copy the last one is; the others lie between
   */
  void copy(
      Rows rows,
      String orderId,
      long first,
      int copies,
      Replacements changes,
      Duration youngest,
      Duration span)
      throws SQLException {
    String columns = columns(rows.table(), "%s");
    String shift =
        String.format(
            Locale.ROOT,
            "make_interval(secs => %d + (i - %d) * %f)",
            youngest.toSeconds(),
            first,
            (double) span.toSeconds() / copies);
    String values = columns(rows.table(), "r.%s").replace("{shift}", shift);
    String insert =
        """
        INSERT INTO %1$s (%2$s) SELECT %3$s
        FROM (SELECT * FROM %1$s WHERE %4$s) AS t
          CROSS JOIN generate_series(%5$s, %6$s) AS i
          CROSS JOIN LATERAL jsonb_populate_record(NULL::%1$s, (%7$s)::jsonb) AS r
        """;
    for (int from = 0; from < copies; from += AT_A_TIME) {
      int to = Math.min(copies, from + AT_A_TIME);
      execute(
          insert.formatted(
              rows.table(),
              columns,
              values,
              rows.where(orderId),
              first + from,
              first + to - 1,
              changes.of("to_jsonb(t)::text")));
    }
  }

  /** All columns that can be written; {@code {shift}} is subtracted from those that are times. */
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
