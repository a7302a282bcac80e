-- A key belongs to its customer, and is forgotten some days after it was claimed.
ALTER TABLE idempotency_keys
  ADD COLUMN customer_id text,
  ADD COLUMN claimed_at  timestamptz NOT NULL DEFAULT now();
UPDATE idempotency_keys SET customer_id = orders.customer_id FROM orders WHERE orders.id = idempotency_keys.order_id;
DELETE FROM idempotency_keys WHERE customer_id IS NULL;
ALTER TABLE idempotency_keys
  ALTER COLUMN customer_id SET NOT NULL,
  DROP CONSTRAINT idempotency_keys_pkey,
  ADD PRIMARY KEY (customer_id, key);
CREATE INDEX idempotency_keys_claimed ON idempotency_keys (claimed_at);
