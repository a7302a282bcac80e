package io.baedal.bench.growth;

import io.baedal.bench.connection.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Copies rows in the database of one service, with its role. A copy is the row's JSON with some
 * texts replaced, so that it needs no knowledge of the columns. Not thread-safe.
 */
final class Copier {

  private static final int AT_A_TIME = 5_000;

  /**
   * The rows of one order in a table.
   *
   * @param table its name in the catalog
   * @param condition selects them; its %s is the order's id
   */
  record Rows(String table, String condition) {

    /** Selects by a column that holds the order's id. */
    static Rows by(String column, String table) {
      return new Rows(table, column + " = '%s'");
    }

    /** Selects by a column that holds the id of the order's process instance. */
    static Rows ofProcess(String column, String table) {
      return new Rows(
          table,
          column + " IN (SELECT proc_inst_id_ FROM act_hi_procinst WHERE business_key_ = '%s')");
    }

    String where(String orderId) {
      return condition.formatted(orderId);
    }
  }

  /** The texts of a row that differ in a copy, as SQL over the copy's number {@code i}. */
  static final class Replacements {

    private record Replacement(String text, String expression) {}

    private final List<Replacement> all = new ArrayList<>();

    /** Replaces an id by another one, the same in all databases. */
    Replacements id(String id) {
      return text(id, "md5('%s-' || i)::uuid::text".formatted(id));
    }

    /** Replaces {@code text} by the value of {@code expression}. */
    Replacements text(String text, String expression) {
      all.add(new Replacement(text, expression));
      return this;
    }

    /** {@code row}, an SQL expression, with all replacements. */
    String of(String row) {
      String changed = row;
      for (Replacement each : all) {
        changed = "replace(%s, '%s', %s)".formatted(changed, each.text, each.expression);
      }
      return changed;
    }
  }

  private final Database database;

  Copier(Database database) {
    this.database = database;
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
      Duration span) {
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
      database.execute(
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
  private String columns(String table, String form) {
    List<String> columns = new ArrayList<>();
    boolean shifts = form.contains(".");
    database.each(
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
}
