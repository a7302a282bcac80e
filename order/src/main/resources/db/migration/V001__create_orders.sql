CREATE TABLE orders (
  id                           uuid        PRIMARY KEY,
  client_reference             text,
  customer_id                  text        NOT NULL,
  store_id                     text        NOT NULL,
  -- [{"productName", "quantity", "unitPrice"}]: read and written with the order, never alone
  items                        jsonb       NOT NULL CHECK (jsonb_typeof(items) = 'array'),
  amount                       bigint      NOT NULL CHECK (amount BETWEEN 1 AND 1000000000000),
  currency                     text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  delivery_address             text        NOT NULL,
  payment_method               text        NOT NULL,
  placed_at                    timestamptz NOT NULL,
  status                       text        NOT NULL CHECK (status IN
    ('PLACED', 'CANCELLATION_REQUESTED', 'DELIVERED', 'CANCELLED', 'REJECTED')),
  reason                       text        CHECK (reason IN
    ('PAYMENT_DECLINED', 'STORE_REJECTED', 'STORE_TIMEOUT', 'CUSTOMER_CANCELLED', 'OPERATOR_CANCELLED')),
  closed_at                    timestamptz,
  cancellation_requested_at    timestamptz,
  cancellation_comment         text,
  cancellation_outcome         text        CHECK (cancellation_outcome IN ('PENDING', 'CANCELLED', 'REFUSED')),
  cancellation_refused_because text        CHECK (cancellation_refused_because IN
    ('PICKED_UP', 'ALREADY_DELIVERED', 'ALREADY_REJECTED')),

  CONSTRAINT orders_closed_when_ended
    CHECK ((status IN ('DELIVERED', 'CANCELLED', 'REJECTED')) = (closed_at IS NOT NULL)),
  CONSTRAINT orders_cancellation_whole
    CHECK ((cancellation_requested_at IS NULL) = (cancellation_outcome IS NULL)),
  CONSTRAINT orders_cancellation_pending_while_requested
    CHECK ((status = 'CANCELLATION_REQUESTED') = (coalesce(cancellation_outcome, '') = 'PENDING'))
);

CREATE UNIQUE INDEX orders_client_reference ON orders (customer_id, client_reference)
  WHERE client_reference IS NOT NULL;

CREATE INDEX orders_newest ON orders (placed_at DESC, id DESC);
CREATE INDEX orders_newest_of_customer ON orders (customer_id, placed_at DESC, id DESC);
CREATE INDEX orders_newest_of_store ON orders (store_id, placed_at DESC, id DESC);
CREATE INDEX orders_newest_in_status ON orders (status, placed_at DESC, id DESC);

-- Written before the order itself, hence no foreign key; both commit together.
CREATE TABLE idempotency_keys (
  key         text    PRIMARY KEY,
  -- SHA-256 of what was asked for
  fingerprint text    NOT NULL,
  order_id    uuid    NOT NULL,
  -- false: the request found an order by its reference and placed none
  placed      boolean NOT NULL
);
