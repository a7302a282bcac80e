-- What was ordered is shown as a whole: the event that says it, of which the columns that are searched are generated.
-- Every row is written once; events wait meanwhile.
ALTER TABLE order_views ADD COLUMN placed jsonb;
UPDATE order_views SET placed = jsonb_strip_nulls(jsonb_build_object(
    'orderId', order_id, 'clientReference', client_reference, 'customerId', customer_id, 'storeId', store_id,
    'items', items, 'amount', amount, 'currency', currency, 'deliveryAddress', delivery_address,
    'paymentMethod', payment_method, 'number', number, 'note', note, 'phone', phone,
    'placedAt', to_char(placed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
  WHERE placed_at IS NOT NULL;
ALTER TABLE order_views
  DROP COLUMN client_reference, DROP COLUMN customer_id, DROP COLUMN store_id, DROP COLUMN items, DROP COLUMN amount,
  DROP COLUMN currency, DROP COLUMN delivery_address, DROP COLUMN payment_method, DROP COLUMN number, DROP COLUMN note,
  DROP COLUMN phone;
ALTER TABLE order_views
  ADD COLUMN customer_id text GENERATED ALWAYS AS (placed ->> 'customerId') STORED,
  ADD COLUMN store_id text GENERATED ALWAYS AS (placed ->> 'storeId') STORED,
  ADD COLUMN client_reference text GENERATED ALWAYS AS (placed ->> 'clientReference') STORED,
  ADD COLUMN number bigint GENERATED ALWAYS AS ((placed ->> 'number')::bigint) STORED,
  ADD CONSTRAINT order_views_placed_with_a_time CHECK ((placed IS NULL) = (placed_at IS NULL));

-- Gone with their columns.
CREATE INDEX order_views_of_customer ON order_views (customer_id, listed_at, order_id);
CREATE INDEX order_views_of_store ON order_views (store_id, listed_at, order_id);
CREATE INDEX order_views_of_reference ON order_views (client_reference, listed_at, order_id)
  WHERE client_reference IS NOT NULL;
CREATE INDEX order_views_of_number ON order_views (number, listed_at, order_id) WHERE number IS NOT NULL;
