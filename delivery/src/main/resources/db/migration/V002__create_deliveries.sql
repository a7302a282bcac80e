-- What couriers were asked to carry. A row without store was recalled before anybody asked.
CREATE TABLE deliveries (
  order_id         uuid        PRIMARY KEY,
  store_id         text,
  delivery_address text,
  status           text        NOT NULL
                   CHECK (status IN ('STARTED', 'PICKED_UP', 'COMPLETED', 'CANCELLED')),
  started_at       timestamptz NOT NULL,
  picked_up_at     timestamptz,
  completed_at     timestamptz,
  cancelled_at     timestamptz,

  CONSTRAINT deliveries_started_as_a_whole
    CHECK ((store_id IS NULL) = (delivery_address IS NULL)),
  CONSTRAINT deliveries_not_started_only_if_cancelled
    CHECK (store_id IS NOT NULL OR status = 'CANCELLED'),
  -- what is picked up is never called back
  CONSTRAINT deliveries_times_fit_status
    CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL)
       AND (status IN ('PICKED_UP', 'COMPLETED')) = (picked_up_at IS NOT NULL)
       AND (status = 'COMPLETED') = (completed_at IS NOT NULL))
);

CREATE INDEX deliveries_newest ON deliveries (started_at DESC, order_id DESC);
CREATE INDEX deliveries_newest_of_status ON deliveries (status, started_at DESC, order_id DESC);
