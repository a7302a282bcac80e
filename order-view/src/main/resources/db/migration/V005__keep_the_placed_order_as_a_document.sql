-- What was ordered is shown as a whole, so the row has the event. Columns that are searched are generated from it.
-- PostgreSQL logs of a changed row what lies between its first and its last difference, so what never changes goes first.
-- Every row is written once; events wait meanwhile.
LOCK TABLE order_views;

CREATE TABLE new_order_views (
  order_id                  uuid        NOT NULL,
  -- the OrderPlaced event; null, as all that follows from it, until it has arrived
  placed                    jsonb,
  customer_id               text        GENERATED ALWAYS AS (placed ->> 'customerId') STORED,
  store_id                  text        GENERATED ALWAYS AS (placed ->> 'storeId') STORED,
  client_reference          text        GENERATED ALWAYS AS (placed ->> 'clientReference') STORED,
  number                    bigint      GENERATED ALWAYS AS ((placed ->> 'number')::bigint) STORED,
  placed_at                 timestamptz,
  -- lists are read by it, newest first; OrderView.listedAt says the same
  listed_at                 timestamptz NOT NULL
    GENERATED ALWAYS AS (coalesce(placed_at, timestamptz '9999-12-31 23:59:59+00')) STORED,
  status                    text        NOT NULL DEFAULT 'PLACED',
  reason                    text,
  sequence                  integer     NOT NULL DEFAULT 0,
  cancellation_requested_at timestamptz,
  cancellation_comment      text,
  cancellation_refused_at   timestamptz,
  cancellation_refusal      text,
  updated_at                timestamptz NOT NULL,
  -- when the row last changed, whenever the event happened
  projected_at              timestamptz NOT NULL DEFAULT now(),
  -- how the order has ended; null before
  outcome                   text
    GENERATED ALWAYS AS (CASE WHEN status IN ('DELIVERED', 'CANCELLED', 'REJECTED') THEN status END) STORED,

  CONSTRAINT order_views_placed_with_a_time CHECK ((placed IS NULL) = (placed_at IS NULL)),
  CONSTRAINT order_views_status CHECK (status IN (
    'PLACED', 'PAYMENT_APPROVED', 'STORE_REQUESTED', 'STORE_ACCEPTED', 'DELIVERY_STARTED', 'PICKED_UP',
    'DELIVERED', 'CANCELLATION_REQUESTED', 'CANCELLED', 'REJECTED'))
) WITH (fillfactor = 60);

INSERT INTO new_order_views (order_id, placed, placed_at, status, reason, sequence, cancellation_requested_at,
  cancellation_comment, cancellation_refused_at, cancellation_refusal, updated_at, projected_at)
SELECT order_id,
  CASE WHEN placed_at IS NOT NULL THEN jsonb_strip_nulls(jsonb_build_object(
    'orderId', order_id, 'clientReference', client_reference, 'customerId', customer_id, 'storeId', store_id,
    'items', items, 'amount', amount, 'currency', currency, 'deliveryAddress', delivery_address,
    'paymentMethod', payment_method, 'number', number, 'note', note, 'phone', phone,
    'placedAt', to_char(placed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))) END,
  placed_at, status, reason, sequence, cancellation_requested_at, cancellation_comment, cancellation_refused_at,
  cancellation_refusal, updated_at, projected_at
FROM order_views;

DROP TABLE order_views;
ALTER TABLE new_order_views RENAME TO order_views;

ALTER TABLE order_views ADD PRIMARY KEY (order_id);
CREATE INDEX order_views_newest ON order_views (listed_at, order_id);
CREATE INDEX order_views_of_customer ON order_views (customer_id, listed_at, order_id);
CREATE INDEX order_views_of_store ON order_views (store_id, listed_at, order_id);
CREATE INDEX order_views_of_outcome ON order_views (outcome, listed_at, order_id);
CREATE INDEX order_views_of_reference ON order_views (client_reference)
  WHERE client_reference IS NOT NULL;
CREATE INDEX order_views_of_number ON order_views (number) WHERE number IS NOT NULL;
-- knows between which times the rows of some pages changed
CREATE INDEX order_views_changed ON order_views USING brin (projected_at)
  WITH (pages_per_range = 8, autosummarize = on);
