-- Events that are committed with the change they tell of and wait for the relay. Rows leave once Kafka has them.
CREATE TABLE outbox (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id    uuid        NOT NULL,
  topic       text        NOT NULL,
  order_id    uuid        NOT NULL,
  type        text        NOT NULL,
  payload     text        NOT NULL,
  occurred_at timestamptz NOT NULL
);

-- Events whose effect is committed here, so that a repeat has none.
CREATE TABLE inbox (
  event_id    uuid PRIMARY KEY,
  received_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX inbox_received_at ON inbox (received_at);
