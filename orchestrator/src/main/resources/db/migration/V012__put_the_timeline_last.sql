-- PostgreSQL logs of a changed row what lies between its first and its last difference. So what never changes goes first,
-- and the timeline, whose newest line is its first, goes last. A column behind it would not do: the padding before that
-- column depends on the length of the timeline. Every row is written once; orders wait meanwhile.
LOCK TABLE order_progress;

CREATE TABLE order_progress_reordered (
  order_id         uuid        NOT NULL,
  placed           jsonb       NOT NULL, -- the OrderPlaced event, which says what the workers are asked to do
  status           text        NOT NULL,
  sequence         integer     NOT NULL,
  reason           text,
  parked           integer     NOT NULL DEFAULT 0, -- rows of parked_messages
  changed_at       timestamptz NOT NULL,
  store_comment    text,
  operator_comment text,
  timeline         text        NOT NULL DEFAULT '',

  CONSTRAINT order_progress_status_check CHECK (status IN (
    'PLACED', 'PAYMENT_APPROVED', 'STORE_REQUESTED', 'STORE_ACCEPTED', 'DELIVERY_STARTED',
    'PICKED_UP', 'DELIVERED', 'CANCELLATION_REQUESTED', 'CANCELLED', 'REJECTED')),
  CONSTRAINT order_progress_sequence_check CHECK (sequence > 0),
  CONSTRAINT order_progress_parked_check CHECK (parked >= 0)
) WITH (fillfactor = 50);

INSERT INTO order_progress_reordered
SELECT order_id, placed, status, sequence, reason, parked, changed_at, store_comment, operator_comment, timeline
FROM order_progress;

DROP TABLE order_progress;
ALTER TABLE order_progress_reordered RENAME TO order_progress;
ALTER TABLE order_progress ADD PRIMARY KEY (order_id);
CREATE INDEX order_progress_number ON order_progress ((placed ->> 'number'));
CREATE INDEX order_progress_changed ON order_progress USING brin (changed_at)
  WITH (pages_per_range = 8, autosummarize = on);
