-- For reconciliation, which asks what changed in a span of time. PaymentStates reads by the same expression.
CREATE INDEX payments_changed ON payments (greatest(requested_at, approved_at, refunded_at), order_id);
