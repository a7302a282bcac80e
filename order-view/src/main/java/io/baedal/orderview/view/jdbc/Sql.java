package io.baedal.orderview.view.jdbc;

/**
 * The SQL statements. The parameter of those that apply events is a JSON array. If two events set
 * the same field, the value depends on their content and not on their sequence of arrival.
 */
final class Sql {

  /**
   * An order is placed once. Of two such events, the one with a number is used, since it is more
   * complete.
   */
  static final String APPLY_PLACED =
      """
      INSERT INTO order_views AS known (order_id, placed, placed_at, updated_at, projected_at)
      SELECT DISTINCT ON ("orderId") "orderId", event, "placedAt", "placedAt", clock_timestamp()
      FROM jsonb_array_elements(CAST(:events AS jsonb)) AS event,
        jsonb_to_record(event) AS field ("orderId" uuid, number bigint, "placedAt" timestamptz)
      ORDER BY "orderId", number NULLS LAST
      ON CONFLICT (order_id) DO UPDATE SET
        placed = excluded.placed, placed_at = excluded.placed_at,
        updated_at = greatest(known.updated_at, excluded.updated_at),
        projected_at = excluded.projected_at
      WHERE known.placed IS NULL
        OR (known.number IS NULL AND excluded.placed -> 'number' IS NOT NULL)
      """;

  /** Adds new changes to the timelines. The last change becomes the status of the order. */
  static final String APPLY_STATUS =
      """
      WITH changes AS (
        INSERT INTO status_changes (order_id, sequence, status, reason, reason_comment, step, at)
        SELECT "orderId", sequence, status, reason, comment, step, at
        FROM jsonb_to_recordset(CAST(:events AS jsonb)) AS event (
          "orderId" uuid, sequence integer, status text, reason text, comment text, step text,
          at timestamptz)
        ORDER BY "orderId", sequence
        ON CONFLICT (order_id, sequence) DO NOTHING
        RETURNING order_id, sequence, status, reason, at)
      INSERT INTO order_views AS known
        (order_id, sequence, status, reason, updated_at, projected_at)
      SELECT DISTINCT ON (order_id) order_id, sequence, status, reason,
        max(at) OVER (PARTITION BY order_id), clock_timestamp()
      FROM changes
      ORDER BY order_id, sequence DESC
      ON CONFLICT (order_id) DO UPDATE SET
        sequence = greatest(known.sequence, excluded.sequence),
        status = CASE WHEN excluded.sequence > known.sequence
          THEN excluded.status ELSE known.status END,
        reason = CASE WHEN excluded.sequence > known.sequence
          THEN excluded.reason ELSE known.reason END,
        updated_at = greatest(known.updated_at, excluded.updated_at),
        projected_at = excluded.projected_at
      """;

  /** The first of several requests is used. */
  static final String APPLY_CANCELLATION_REQUEST =
      """
      INSERT INTO order_views AS known
        (order_id, cancellation_requested_at, cancellation_comment, updated_at, projected_at)
      SELECT DISTINCT ON ("orderId") "orderId", "requestedAt", comment,
        max("requestedAt") OVER (PARTITION BY "orderId"), clock_timestamp()
      FROM jsonb_to_recordset(CAST(:events AS jsonb)) AS event (
        "orderId" uuid, "requestedAt" timestamptz, comment text)
      ORDER BY "orderId", "requestedAt"
      ON CONFLICT (order_id) DO UPDATE SET
        cancellation_requested_at =
          least(known.cancellation_requested_at, excluded.cancellation_requested_at),
        cancellation_comment = CASE
          WHEN known.cancellation_requested_at <= excluded.cancellation_requested_at
          THEN known.cancellation_comment ELSE excluded.cancellation_comment END,
        updated_at = greatest(known.updated_at, excluded.updated_at),
        projected_at = excluded.projected_at
      """;

  /** The first of several refusals is used. */
  static final String APPLY_CANCELLATION_REFUSAL =
      """
      INSERT INTO order_views AS known
        (order_id, cancellation_refused_at, cancellation_refusal, updated_at, projected_at)
      SELECT DISTINCT ON ("orderId") "orderId", at, reason,
        max(at) OVER (PARTITION BY "orderId"), clock_timestamp()
      FROM jsonb_to_recordset(CAST(:events AS jsonb)) AS event (
        "orderId" uuid, at timestamptz, reason text)
      ORDER BY "orderId", at
      ON CONFLICT (order_id) DO UPDATE SET
        cancellation_refused_at =
          least(known.cancellation_refused_at, excluded.cancellation_refused_at),
        cancellation_refusal = CASE
          WHEN known.cancellation_refused_at <= excluded.cancellation_refused_at
          THEN known.cancellation_refusal ELSE excluded.cancellation_refusal END,
        updated_at = greatest(known.updated_at, excluded.updated_at),
        projected_at = excluded.projected_at
      """;

  /** Only some of the changes with the reason have its comment; the last comment is used. */
  static final String SELECT =
      """
      SELECT shown.*, (
        SELECT reason_comment FROM status_changes AS change
        WHERE change.order_id = shown.order_id AND change.reason = shown.reason
          AND change.reason_comment IS NOT NULL
        ORDER BY sequence DESC LIMIT 1) AS reason_comment
      FROM order_views AS shown
      """;

  /** Whether a view is inside a scope. */
  static final String INSIDE = "(:all OR customer_id = :ownCustomer OR store_id = :ownStore)";

  static final String FIND = SELECT + "WHERE order_id = :orderId AND " + INSIDE;

  static final String TIMELINE =
      "SELECT * FROM status_changes WHERE order_id = :orderId ORDER BY sequence";

  private Sql() {}
}
