-- One row for each order; what no event has told yet is null.
CREATE TABLE order_views (
  order_id                  uuid PRIMARY KEY,
  client_reference          text,
  customer_id               text,
  store_id                  text,
  items                     jsonb,
  amount                    bigint,
  currency                  text,
  delivery_address          text,
  payment_method            text,
  placed_at                 timestamptz,
  status                    text        NOT NULL DEFAULT 'PLACED',
  reason                    text,
  sequence                  integer     NOT NULL DEFAULT 0,
  cancellation_requested_at timestamptz,
  cancellation_comment      text,
  cancellation_refused_at   timestamptz,
  cancellation_refusal      text,
  updated_at                timestamptz NOT NULL,
  CONSTRAINT order_views_status CHECK (status IN (
    'PLACED', 'PAYMENT_APPROVED', 'STORE_REQUESTED', 'STORE_ACCEPTED', 'DELIVERY_STARTED', 'PICKED_UP',
    'DELIVERED', 'CANCELLATION_REQUESTED', 'CANCELLED', 'REJECTED'))
);

CREATE INDEX order_views_newest ON order_views (placed_at DESC, order_id);
CREATE INDEX order_views_of_customer ON order_views (customer_id, placed_at DESC, order_id);
CREATE INDEX order_views_of_store ON order_views (store_id, placed_at DESC, order_id);
CREATE INDEX order_views_in_status ON order_views (status, placed_at DESC, order_id);

-- The timeline. A change can come before all else of its order: its row in order_views is then
-- written after it in the same transaction.
CREATE TABLE status_changes (
  order_id uuid        NOT NULL REFERENCES order_views ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  sequence integer     NOT NULL CHECK (sequence > 0),
  status   text        NOT NULL CHECK (status IN (
    'PLACED', 'PAYMENT_APPROVED', 'STORE_REQUESTED', 'STORE_ACCEPTED', 'DELIVERY_STARTED', 'PICKED_UP',
    'DELIVERED', 'CANCELLATION_REQUESTED', 'CANCELLED', 'REJECTED')),
  reason   text,
  step     text        NOT NULL,
  at       timestamptz NOT NULL,
  PRIMARY KEY (order_id, sequence)
);
