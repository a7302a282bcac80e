package io.baedal.bench.growth;

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
