package io.baedal.orderview.view.jdbc;

/**
 * The statements. Where two events speak of the same field, the choice between them depends on what
 * they say and never on which came first.
 */
final class Sql {

  /** An order is placed once; of two events that tell of it, the one with its number says more. */
  static final String NOTE_PLACED =
      """
      INSERT INTO order_views AS known (order_id, number, client_reference, customer_id, store_id,
        items, amount, currency, delivery_address, phone, note, payment_method, placed_at,
        updated_at, projected_at)
      VALUES (:orderId, :number, :clientReference, :customerId, :storeId,
        CAST(:items AS jsonb), :amount, :currency, :deliveryAddress, :phone, :note, :paymentMethod,
        :placedAt, :placedAt, clock_timestamp())
      ON CONFLICT (order_id) DO UPDATE SET
        number = excluded.number, client_reference = excluded.client_reference,
        customer_id = excluded.customer_id, store_id = excluded.store_id, items = excluded.items,
        amount = excluded.amount, currency = excluded.currency,
        delivery_address = excluded.delivery_address, phone = excluded.phone, note = excluded.note,
        payment_method = excluded.payment_method, placed_at = excluded.placed_at,
        updated_at = greatest(known.updated_at, excluded.updated_at),
        projected_at = excluded.projected_at
      WHERE known.placed_at IS NULL OR (known.number IS NULL AND excluded.number IS NOT NULL)
      """;

  static final String NOTE_IN_TIMELINE =
      """
      INSERT INTO status_changes (order_id, sequence, status, reason, reason_comment, step, at)
      VALUES (:orderId, :sequence, :status, :reason, :reasonComment, :step, :at)
      ON CONFLICT (order_id, sequence) DO NOTHING
      """;

  static final String NOTE_STATUS =
      """
      INSERT INTO order_views AS known
        (order_id, sequence, status, reason, updated_at, projected_at)
      VALUES (:orderId, :sequence, :status, :reason, :at, clock_timestamp())
      ON CONFLICT (order_id) DO UPDATE SET
        sequence = greatest(known.sequence, excluded.sequence),
        status = CASE WHEN excluded.sequence > known.sequence
          THEN excluded.status ELSE known.status END,
        reason = CASE WHEN excluded.sequence > known.sequence
          THEN excluded.reason ELSE known.reason END,
        updated_at = greatest(known.updated_at, excluded.updated_at),
        projected_at = excluded.projected_at
      """;

  /** The first of several requests is shown. */
  static final String NOTE_CANCELLATION_REQUEST =
      """
      INSERT INTO order_views AS known
        (order_id, cancellation_requested_at, cancellation_comment, updated_at, projected_at)
      VALUES (:orderId, :requestedAt, :comment, :requestedAt, clock_timestamp())
      ON CONFLICT (order_id) DO UPDATE SET
        cancellation_requested_at =
          least(known.cancellation_requested_at, excluded.cancellation_requested_at),
        cancellation_comment = CASE
          WHEN known.cancellation_requested_at <= excluded.cancellation_requested_at
          THEN known.cancellation_comment ELSE excluded.cancellation_comment END,
        updated_at = greatest(known.updated_at, excluded.updated_at),
        projected_at = excluded.projected_at
      """;

  /** The first of several refusals is shown. */
  static final String NOTE_CANCELLATION_REFUSAL =
      """
      INSERT INTO order_views AS known
        (order_id, cancellation_refused_at, cancellation_refusal, updated_at, projected_at)
      VALUES (:orderId, :refusedAt, :reason, :refusedAt, clock_timestamp())
      ON CONFLICT (order_id) DO UPDATE SET
        cancellation_refused_at =
          least(known.cancellation_refused_at, excluded.cancellation_refused_at),
        cancellation_refusal = CASE
          WHEN known.cancellation_refused_at <= excluded.cancellation_refused_at
          THEN known.cancellation_refusal ELSE excluded.cancellation_refusal END,
        updated_at = greatest(known.updated_at, excluded.updated_at),
        projected_at = excluded.projected_at
      """;

  /** Not every change that has the reason carries its comment: the last that does is shown. */
  static final String SELECT =
      """
      SELECT shown.*, (
        SELECT reason_comment FROM status_changes AS change
        WHERE change.order_id = shown.order_id AND change.reason = shown.reason
          AND change.reason_comment IS NOT NULL
        ORDER BY sequence DESC LIMIT 1) AS reason_comment
      FROM order_views AS shown
      """;

  static final String FIND = SELECT + "WHERE order_id = :orderId";

  static final String TIMELINE =
      "SELECT * FROM status_changes WHERE order_id = :orderId ORDER BY sequence";

  private Sql() {}
}
