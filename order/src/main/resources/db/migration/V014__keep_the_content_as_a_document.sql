-- What a customer orders is read and written as a whole and never changes, so it is one document. Columns that are
-- searched are generated from it. PostgreSQL logs of a changed row what lies between its first and its last difference, so what
-- never changes goes first. Every row is written once; orders wait meanwhile.
LOCK TABLE orders;

CREATE TABLE new_orders (
  id                           uuid        NOT NULL,
  -- OrderContent
  content                      jsonb       NOT NULL CHECK ((
    jsonb_typeof(content -> 'items') = 'array' AND content ->> 'currency' ~ '^[A-Z]{3}$'
    AND content ->> 'deliveryAddress' <> '' AND content ->> 'paymentMethod' <> '') IS TRUE),
  amount                       bigint      NOT NULL CHECK (amount BETWEEN 0 AND 1000000000000),
  customer_id                  text        NOT NULL GENERATED ALWAYS AS (content ->> 'customerId') STORED,
  store_id                     text        NOT NULL GENERATED ALWAYS AS (content ->> 'storeId') STORED,
  client_reference             text        GENERATED ALWAYS AS (content ->> 'clientReference') STORED,
  number                       bigint      NOT NULL DEFAULT nextval('orders_number_seq'),
  placed_at                    timestamptz NOT NULL,
  status                       text        NOT NULL CHECK (status IN
    ('PLACED', 'CANCELLATION_REQUESTED', 'DELIVERED', 'CANCELLED', 'REJECTED')),
  reason                       text        CHECK (reason IN
    ('PAYMENT_DECLINED', 'STORE_REJECTED', 'STORE_TIMEOUT', 'CUSTOMER_CANCELLED', 'OPERATOR_CANCELLED')),
  reason_comment               text,
  closed_at                    timestamptz,
  cancellation_requested_at    timestamptz,
  cancellation_comment         text,
  cancellation_outcome         text        CHECK (cancellation_outcome IN ('PENDING', 'CANCELLED', 'REFUSED')),
  cancellation_refused_because text        CHECK (cancellation_refused_because IN
    ('PICKED_UP', 'ALREADY_DELIVERED', 'ALREADY_REJECTED')),
  changed_at                   timestamptz NOT NULL
    GENERATED ALWAYS AS (greatest(placed_at, cancellation_requested_at, closed_at)) STORED,

  CONSTRAINT orders_closed_when_ended
    CHECK ((status IN ('DELIVERED', 'CANCELLED', 'REJECTED')) = (closed_at IS NOT NULL)),
  CONSTRAINT orders_cancellation_whole
    CHECK ((cancellation_requested_at IS NULL) = (cancellation_outcome IS NULL)),
  CONSTRAINT orders_cancellation_pending_while_requested
    CHECK ((status = 'CANCELLATION_REQUESTED') = (coalesce(cancellation_outcome, '') = 'PENDING'))
) WITH (fillfactor = 70);

INSERT INTO new_orders (id, content, amount, number, placed_at, status, reason, reason_comment, closed_at,
  cancellation_requested_at, cancellation_comment, cancellation_outcome, cancellation_refused_because)
SELECT id, jsonb_strip_nulls(jsonb_build_object(
    'clientReference', client_reference, 'customerId', customer_id, 'storeId', store_id, 'items', items,
    'currency', currency, 'deliveryAddress', delivery_address, 'paymentMethod', payment_method,
    'note', note, 'phone', phone)),
  amount, number, placed_at, status, reason, reason_comment, closed_at,
  cancellation_requested_at, cancellation_comment, cancellation_outcome, cancellation_refused_because
FROM orders;

ALTER SEQUENCE orders_number_seq OWNED BY new_orders.number;
DROP TABLE orders;
ALTER TABLE new_orders RENAME TO orders;

ALTER TABLE orders ADD PRIMARY KEY (id);
CREATE UNIQUE INDEX orders_number ON orders (number);
CREATE UNIQUE INDEX orders_client_reference ON orders (customer_id, client_reference)
  WHERE client_reference IS NOT NULL;
CREATE INDEX orders_client_reference_of_any_customer ON orders (client_reference)
  WHERE client_reference IS NOT NULL;
CREATE INDEX orders_newest ON orders (placed_at DESC, id DESC);
CREATE INDEX orders_newest_of_customer ON orders (customer_id, placed_at DESC, id DESC);
CREATE INDEX orders_newest_of_store ON orders (store_id, placed_at DESC, id DESC);
CREATE INDEX orders_newest_in_status ON orders (status, placed_at DESC, id DESC);
-- for reconciliation and retention
CREATE INDEX orders_changed ON orders (changed_at, id);
