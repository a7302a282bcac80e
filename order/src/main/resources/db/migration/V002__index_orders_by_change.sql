-- For reconciliation, which asks what changed in a span of time. OrderStates reads by the same expression.
CREATE INDEX orders_changed ON orders (greatest(placed_at, cancellation_requested_at, closed_at), id);
