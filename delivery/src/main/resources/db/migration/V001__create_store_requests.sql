-- What stores were asked to prepare. A row without store was cancelled before anybody asked.
CREATE TABLE store_requests (
  order_id         uuid        PRIMARY KEY,
  store_id         text,
  items            jsonb,
  delivery_address text,
  status           text        NOT NULL
                   CHECK (status IN ('REQUESTED', 'ACCEPTED', 'REJECTED', 'CANCELLED')),
  rejection_reason text,
  requested_at     timestamptz NOT NULL,
  answered_at      timestamptz,
  cancelled_at     timestamptz,

  CONSTRAINT store_requests_requested_as_a_whole
    CHECK ((store_id IS NULL) = (items IS NULL)),
  CONSTRAINT store_requests_not_requested_only_if_cancelled
    CHECK (store_id IS NOT NULL OR status = 'CANCELLED'),
  CONSTRAINT store_requests_reason_only_if_rejected
    CHECK ((status = 'REJECTED') = (rejection_reason IS NOT NULL)),
  CONSTRAINT store_requests_times_fit_status
    CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL)
       AND (status = 'CANCELLED' OR (status = 'REQUESTED') = (answered_at IS NULL)))
);

CREATE INDEX store_requests_newest ON store_requests (requested_at DESC, order_id DESC);
CREATE INDEX store_requests_newest_of_store ON store_requests (store_id, requested_at DESC, order_id DESC);
CREATE INDEX store_requests_unanswered ON store_requests (requested_at) WHERE status = 'REQUESTED';
