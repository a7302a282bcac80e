-- What stores and couriers are asked is read and written as a whole: one document, of which the columns that are searched
-- are generated. Every row is written once; orders wait meanwhile.
ALTER TABLE store_requests ADD COLUMN details jsonb;
UPDATE store_requests SET details = jsonb_strip_nulls(jsonb_build_object(
    'number', order_number, 'storeId', store_id, 'items', items, 'deliveryAddress', delivery_address, 'note', note))
  WHERE store_id IS NOT NULL;
ALTER TABLE store_requests
  DROP COLUMN items, DROP COLUMN delivery_address, DROP COLUMN note, DROP COLUMN store_id, DROP COLUMN order_number;
ALTER TABLE store_requests
  ADD COLUMN store_id text GENERATED ALWAYS AS (details ->> 'storeId') STORED,
  ADD COLUMN order_number bigint GENERATED ALWAYS AS ((details ->> 'number')::bigint) STORED CHECK (order_number > 0),
  ADD COLUMN changed_at timestamptz NOT NULL
    GENERATED ALWAYS AS (greatest(requested_at, answered_at, cancelled_at)) STORED,
  ADD CONSTRAINT store_requests_requested_as_a_whole
    CHECK ((store_id IS NULL) = (details IS NULL) AND (details IS NULL) = (details -> 'items' IS NULL)),
  ADD CONSTRAINT store_requests_not_requested_only_if_cancelled
    CHECK (details IS NOT NULL OR status = 'CANCELLED');

ALTER TABLE deliveries ADD COLUMN details jsonb;
UPDATE deliveries SET details = jsonb_strip_nulls(jsonb_build_object(
    'orderNumber', order_number, 'storeId', store_id, 'deliveryAddress', delivery_address, 'note', note, 'phone', phone))
  WHERE store_id IS NOT NULL;
ALTER TABLE deliveries
  DROP COLUMN delivery_address, DROP COLUMN note, DROP COLUMN phone, DROP COLUMN store_id, DROP COLUMN order_number;
ALTER TABLE deliveries
  ADD COLUMN store_id text GENERATED ALWAYS AS (details ->> 'storeId') STORED,
  ADD COLUMN order_number bigint GENERATED ALWAYS AS ((details ->> 'orderNumber')::bigint) STORED
    CHECK (order_number > 0),
  ADD COLUMN changed_at timestamptz NOT NULL
    GENERATED ALWAYS AS (greatest(started_at, picked_up_at, completed_at, cancelled_at)) STORED,
  ADD CONSTRAINT deliveries_started_as_a_whole
    CHECK ((store_id IS NULL) = (details IS NULL) AND (details IS NULL) = (details -> 'deliveryAddress' IS NULL)),
  ADD CONSTRAINT deliveries_not_started_only_if_cancelled
    CHECK (details IS NOT NULL OR status = 'CANCELLED');

-- Gone with their columns.
CREATE INDEX store_requests_order_number ON store_requests (order_number) WHERE order_number IS NOT NULL;
CREATE INDEX store_requests_newest_of_store ON store_requests (store_id, requested_at DESC, order_id DESC);
CREATE INDEX store_requests_oldest_of_store ON store_requests (store_id, status, requested_at, order_id);
CREATE INDEX deliveries_order_number ON deliveries (order_number) WHERE order_number IS NOT NULL;
CREATE INDEX deliveries_oldest_of_store ON deliveries (store_id, status, started_at, order_id);

-- For reconciliation and retention.
DROP INDEX store_requests_changed, deliveries_changed;
CREATE INDEX store_requests_changed ON store_requests (changed_at, order_id);
CREATE INDEX deliveries_changed ON deliveries (changed_at, order_id);
