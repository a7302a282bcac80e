-- For reconciliation, which asks what changed in a span of time. OrderStates reads by the same expressions.
CREATE INDEX store_requests_changed ON store_requests
  (greatest(requested_at, answered_at, cancelled_at), order_id);
CREATE INDEX deliveries_changed ON deliveries
  (greatest(started_at, picked_up_at, completed_at, cancelled_at), order_id);
