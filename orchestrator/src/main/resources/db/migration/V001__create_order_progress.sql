-- Where each order stands. Its row lock puts everything that happens to one order in a sequence:
-- changes of status, messages, cancels.
CREATE TABLE order_progress (
  order_id   uuid PRIMARY KEY,
  status     text        NOT NULL CHECK (status IN (
    'PLACED', 'PAYMENT_APPROVED', 'STORE_REQUESTED', 'STORE_ACCEPTED', 'DELIVERY_STARTED',
    'PICKED_UP', 'DELIVERED', 'CANCELLATION_REQUESTED', 'CANCELLED', 'REJECTED')),
  sequence   integer     NOT NULL CHECK (sequence > 0),
  reason     text,
  placed     jsonb       NOT NULL, -- the OrderPlaced event, from which the workers are told what to do
  parked     integer     NOT NULL DEFAULT 0 CHECK (parked >= 0), -- rows of parked_messages
  changed_at timestamptz NOT NULL
) WITH (fillfactor = 70);

-- Messages that came before their order waits for them.
CREATE TABLE parked_messages (
  event_id  uuid PRIMARY KEY,
  order_id  uuid        NOT NULL,
  type      text        NOT NULL,
  payload   text        NOT NULL,
  parked_at timestamptz NOT NULL DEFAULT now(),
  tried_at  timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX parked_messages_order_id ON parked_messages (order_id);
CREATE INDEX parked_messages_tried_at ON parked_messages (tried_at);
