-- What stores and couriers are asked is read and written as a whole, so it is one document. Columns that are searched are
-- generated from it. PostgreSQL logs of a changed row what lies between its first and its last difference, so what never
-- changes goes first. Every row is written once; orders wait meanwhile.
LOCK TABLE store_requests, deliveries;

CREATE TABLE new_store_requests (
  order_id         uuid        NOT NULL,
  -- null if the request was cancelled before it was made
  details          jsonb,
  store_id         text        GENERATED ALWAYS AS (details ->> 'storeId') STORED,
  order_number     bigint      GENERATED ALWAYS AS ((details ->> 'number')::bigint) STORED CHECK (order_number > 0),
  requested_at     timestamptz NOT NULL,
  status           text        NOT NULL
                   CHECK (status IN ('REQUESTED', 'ACCEPTED', 'REJECTED', 'CANCELLED')),
  rejection_reason text,
  answered_at      timestamptz,
  cancelled_at     timestamptz,
  changed_at       timestamptz NOT NULL
                   GENERATED ALWAYS AS (greatest(requested_at, answered_at, cancelled_at)) STORED,

  CONSTRAINT store_requests_requested_as_a_whole
    CHECK ((store_id IS NULL) = (details IS NULL) AND (details -> 'items' IS NULL) = (details IS NULL)),
  CONSTRAINT store_requests_not_requested_only_if_cancelled
    CHECK (details IS NOT NULL OR status = 'CANCELLED'),
  CONSTRAINT store_requests_reason_only_if_rejected
    CHECK (status = 'REJECTED' OR rejection_reason IS NULL),
  CONSTRAINT store_requests_times_fit_status
    CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL)
       AND (status = 'CANCELLED' OR (status = 'REQUESTED') = (answered_at IS NULL)))
) WITH (fillfactor = 70);

INSERT INTO new_store_requests (order_id, details, requested_at, status, rejection_reason, answered_at, cancelled_at)
SELECT order_id,
  CASE WHEN store_id IS NOT NULL THEN jsonb_strip_nulls(jsonb_build_object(
    'number', order_number, 'storeId', store_id, 'items', items, 'deliveryAddress', delivery_address, 'note', note)) END,
  requested_at, status, rejection_reason, answered_at, cancelled_at
FROM store_requests;

CREATE TABLE new_deliveries (
  order_id     uuid        NOT NULL,
  -- null if the delivery was recalled before it was requested
  details      jsonb,
  store_id     text        GENERATED ALWAYS AS (details ->> 'storeId') STORED,
  order_number bigint      GENERATED ALWAYS AS ((details ->> 'orderNumber')::bigint) STORED CHECK (order_number > 0),
  started_at   timestamptz NOT NULL,
  status       text        NOT NULL
               CHECK (status IN ('STARTED', 'PICKED_UP', 'COMPLETED', 'CANCELLED')),
  picked_up_at timestamptz,
  completed_at timestamptz,
  cancelled_at timestamptz,
  changed_at   timestamptz NOT NULL
               GENERATED ALWAYS AS (greatest(started_at, picked_up_at, completed_at, cancelled_at)) STORED,

  CONSTRAINT deliveries_started_as_a_whole
    CHECK ((store_id IS NULL) = (details IS NULL) AND (details -> 'deliveryAddress' IS NULL) = (details IS NULL)),
  CONSTRAINT deliveries_not_started_only_if_cancelled
    CHECK (details IS NOT NULL OR status = 'CANCELLED'),
  -- what is picked up is never recalled
  CONSTRAINT deliveries_times_fit_status
    CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL)
       AND (status IN ('PICKED_UP', 'COMPLETED')) = (picked_up_at IS NOT NULL)
       AND (status = 'COMPLETED') = (completed_at IS NOT NULL))
) WITH (fillfactor = 70);

INSERT INTO new_deliveries (order_id, details, started_at, status, picked_up_at, completed_at, cancelled_at)
SELECT order_id,
  CASE WHEN store_id IS NOT NULL THEN jsonb_strip_nulls(jsonb_build_object(
    'orderNumber', order_number, 'storeId', store_id, 'deliveryAddress', delivery_address, 'note', note,
    'phone', phone)) END,
  started_at, status, picked_up_at, completed_at, cancelled_at
FROM deliveries;

DROP TABLE store_requests, deliveries;
ALTER TABLE new_store_requests RENAME TO store_requests;
ALTER TABLE new_deliveries RENAME TO deliveries;

ALTER TABLE store_requests ADD PRIMARY KEY (order_id);
CREATE INDEX store_requests_newest ON store_requests (requested_at DESC, order_id DESC);
CREATE INDEX store_requests_newest_of_store ON store_requests (store_id, requested_at DESC, order_id DESC);
CREATE INDEX store_requests_oldest_of_store ON store_requests (store_id, status, requested_at, order_id);
CREATE INDEX store_requests_unanswered ON store_requests (requested_at) WHERE status = 'REQUESTED';
CREATE INDEX store_requests_order_number ON store_requests (order_number) WHERE order_number IS NOT NULL;
-- for reconciliation and retention
CREATE INDEX store_requests_changed ON store_requests (changed_at, order_id);

ALTER TABLE deliveries ADD PRIMARY KEY (order_id);
CREATE INDEX deliveries_newest ON deliveries (started_at DESC, order_id DESC);
CREATE INDEX deliveries_newest_of_status ON deliveries (status, started_at DESC, order_id DESC);
CREATE INDEX deliveries_oldest_of_store ON deliveries (store_id, status, started_at, order_id);
CREATE INDEX deliveries_order_number ON deliveries (order_number) WHERE order_number IS NOT NULL;
CREATE INDEX deliveries_changed ON deliveries (changed_at, order_id);
