-- On what the services disagree, as it was when it was last looked at; removed when they agree again.
CREATE TABLE disagreements (
  order_id      uuid        NOT NULL,
  kind          text        NOT NULL CHECK (kind IN (
    'PAYMENT_WITHOUT_ORDER', 'NOT_REFUNDED', 'DELIVERED_UNPAID', 'STORE_REQUEST_OPEN', 'DELIVERY_OPEN',
    'ORDER_NOT_STARTED', 'PROCESS_MISSING', 'END_DIFFERS', 'EVENT_LOST', 'CANCELLATION_UNANSWERED',
    'VIEW_DIFFERS')),
  sides         jsonb       NOT NULL, -- what each one says, for people
  first_seen_at timestamptz NOT NULL,
  last_seen_at  timestamptz NOT NULL,
  PRIMARY KEY (order_id, kind)
);

CREATE INDEX disagreements_oldest ON disagreements (first_seen_at, order_id, kind);
CREATE INDEX disagreements_oldest_of_kind ON disagreements (kind, first_seen_at, order_id);
CREATE INDEX disagreements_longest_unseen ON disagreements (last_seen_at, order_id);

-- Walks through a span of time, and how far each has come. Of the job's own the last one is kept.
CREATE TABLE reconciliations (
  id             uuid        PRIMARY KEY,
  kind           text        NOT NULL CHECK (kind IN ('WINDOW', 'REQUEST', 'LOOK_BACK')),
  asked_by       text,
  span_from      timestamptz NOT NULL,
  span_to        timestamptz NOT NULL,
  -- whose changes are being read, and the last one that was
  source         text        NOT NULL,
  position_at    timestamptz NOT NULL,
  position_order uuid        NOT NULL,
  orders         integer     NOT NULL DEFAULT 0 CHECK (orders >= 0),
  asked_at       timestamptz NOT NULL,
  ended_at       timestamptz,
  failure        text, -- why it does not get on; null when it does
  CHECK ((kind = 'REQUEST') = (asked_by IS NOT NULL)),
  CHECK (span_from <= span_to)
);

-- The replica that reconciles. Two at a time would do no harm but to do the work twice.
CREATE TABLE reconciliation_lease (
  one   boolean     PRIMARY KEY DEFAULT true CHECK (one),
  until timestamptz NOT NULL
);
INSERT INTO reconciliation_lease (until) VALUES ('-infinity');
