package io.baedal.orderview.view.jdbc;

import io.baedal.orderview.view.ViewFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The statements. Where two events speak of the same field, the choice between them depends on what
 * they say and never on which came first.
 */
final class Sql {

  static final String NOTE_PLACED =
      """
      INSERT INTO order_views AS known (order_id, client_reference, customer_id, store_id, items,
        amount, currency, delivery_address, payment_method, placed_at, updated_at)
      VALUES (:orderId, :clientReference, :customerId, :storeId, CAST(:items AS jsonb),
        :amount, :currency, :deliveryAddress, :paymentMethod, :placedAt, :placedAt)
      ON CONFLICT (order_id) DO UPDATE SET
        client_reference = excluded.client_reference, customer_id = excluded.customer_id,
        store_id = excluded.store_id, items = excluded.items, amount = excluded.amount,
        currency = excluded.currency, delivery_address = excluded.delivery_address,
        payment_method = excluded.payment_method, placed_at = excluded.placed_at,
        updated_at = greatest(known.updated_at, excluded.updated_at)
      WHERE known.placed_at IS NULL
      """;

  static final String NOTE_IN_TIMELINE =
      """
      INSERT INTO status_changes (order_id, sequence, status, reason, step, at)
      VALUES (:orderId, :sequence, :status, :reason, :step, :at)
      ON CONFLICT (order_id, sequence) DO NOTHING
      """;

  static final String NOTE_STATUS =
      """
      INSERT INTO order_views AS known (order_id, sequence, status, reason, updated_at)
      VALUES (:orderId, :sequence, :status, :reason, :at)
      ON CONFLICT (order_id) DO UPDATE SET
        sequence = greatest(known.sequence, excluded.sequence),
        status = CASE WHEN excluded.sequence > known.sequence
          THEN excluded.status ELSE known.status END,
        reason = CASE WHEN excluded.sequence > known.sequence
          THEN excluded.reason ELSE known.reason END,
        updated_at = greatest(known.updated_at, excluded.updated_at)
      """;

  /** The first of several requests is shown. */
  static final String NOTE_CANCELLATION_REQUEST =
      """
      INSERT INTO order_views AS known
        (order_id, cancellation_requested_at, cancellation_comment, updated_at)
      VALUES (:orderId, :requestedAt, :comment, :requestedAt)
      ON CONFLICT (order_id) DO UPDATE SET
        cancellation_requested_at =
          least(known.cancellation_requested_at, excluded.cancellation_requested_at),
        cancellation_comment = CASE
          WHEN known.cancellation_requested_at <= excluded.cancellation_requested_at
          THEN known.cancellation_comment ELSE excluded.cancellation_comment END,
        updated_at = greatest(known.updated_at, excluded.updated_at)
      """;

  /** The first of several refusals is shown. */
  static final String NOTE_CANCELLATION_REFUSAL =
      """
      INSERT INTO order_views AS known
        (order_id, cancellation_refused_at, cancellation_refusal, updated_at)
      VALUES (:orderId, :refusedAt, :reason, :refusedAt)
      ON CONFLICT (order_id) DO UPDATE SET
        cancellation_refused_at =
          least(known.cancellation_refused_at, excluded.cancellation_refused_at),
        cancellation_refusal = CASE
          WHEN known.cancellation_refused_at <= excluded.cancellation_refused_at
          THEN known.cancellation_refusal ELSE excluded.cancellation_refusal END,
        updated_at = greatest(known.updated_at, excluded.updated_at)
      """;

  static final String LIST = "SELECT * FROM order_views";
  static final String COUNT = "SELECT count(*) FROM order_views";
  static final String FIND = LIST + " WHERE order_id = :orderId";
  static final String TIMELINE =
      "SELECT * FROM status_changes WHERE order_id = :orderId ORDER BY sequence";

  /** Orders whose details have not arrived yet are the newest. */
  static final String NEWEST_FIRST =
      " ORDER BY placed_at DESC, order_id LIMIT :size OFFSET :offset";

  /** The condition for {@code filter}, whose values are put into {@code params}. */
  static String where(ViewFilter filter, Map<String, Object> params) {
    List<String> conditions = new ArrayList<>();
    if (filter.customerId() != null) {
      conditions.add("customer_id = :customerId");
      params.put("customerId", filter.customerId());
    }
    if (filter.storeId() != null) {
      conditions.add("store_id = :storeId");
      params.put("storeId", filter.storeId());
    }
    if (filter.status() != null) {
      conditions.add("status = :status");
      params.put("status", filter.status().name());
    }
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  private Sql() {}
}
