-- What a customer orders is read and written as a whole and never changes: one document, of which the columns that are
-- searched are generated. Every row is written once; orders wait meanwhile.
ALTER TABLE orders ADD COLUMN content jsonb;
UPDATE orders SET content = jsonb_strip_nulls(jsonb_build_object(
    'clientReference', client_reference, 'customerId', customer_id, 'storeId', store_id, 'items', items,
    'currency', currency, 'deliveryAddress', delivery_address, 'paymentMethod', payment_method,
    'note', note, 'phone', phone));
ALTER TABLE orders
  DROP COLUMN client_reference, DROP COLUMN customer_id, DROP COLUMN store_id, DROP COLUMN items,
  DROP COLUMN currency, DROP COLUMN delivery_address, DROP COLUMN payment_method, DROP COLUMN note, DROP COLUMN phone;
ALTER TABLE orders
  ALTER COLUMN content SET NOT NULL,
  ADD CONSTRAINT orders_content_whole CHECK ((
    jsonb_typeof(content -> 'items') = 'array' AND content ->> 'currency' ~ '^[A-Z]{3}$'
    AND content ->> 'deliveryAddress' <> '' AND content ->> 'paymentMethod' <> '') IS TRUE),
  ADD COLUMN customer_id text NOT NULL GENERATED ALWAYS AS (content ->> 'customerId') STORED,
  ADD COLUMN store_id text NOT NULL GENERATED ALWAYS AS (content ->> 'storeId') STORED,
  ADD COLUMN client_reference text GENERATED ALWAYS AS (content ->> 'clientReference') STORED,
  ADD COLUMN changed_at timestamptz NOT NULL
    GENERATED ALWAYS AS (greatest(placed_at, cancellation_requested_at, closed_at)) STORED;

-- Gone with their columns.
CREATE UNIQUE INDEX orders_client_reference ON orders (customer_id, client_reference)
  WHERE client_reference IS NOT NULL;
CREATE INDEX orders_client_reference_of_any_customer ON orders (client_reference, placed_at DESC, id DESC)
  WHERE client_reference IS NOT NULL;
CREATE INDEX orders_newest_of_customer ON orders (customer_id, placed_at DESC, id DESC);
CREATE INDEX orders_newest_of_store ON orders (store_id, placed_at DESC, id DESC);

-- For reconciliation and retention.
DROP INDEX orders_changed;
CREATE INDEX orders_changed ON orders (changed_at, id);
