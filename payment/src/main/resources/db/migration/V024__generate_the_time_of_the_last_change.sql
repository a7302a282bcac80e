-- For reconciliation and retention. Every row is written once; payments wait meanwhile.
ALTER TABLE payments ADD COLUMN changed_at timestamptz NOT NULL
  GENERATED ALWAYS AS (greatest(requested_at, approved_at, refunded_at, ended_at)) STORED;
DROP INDEX payments_changed_or_ended;
CREATE INDEX payments_changed ON payments (changed_at, order_id);
