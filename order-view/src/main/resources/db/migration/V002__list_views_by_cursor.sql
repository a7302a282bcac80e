-- Lists are read page by page behind a cursor, the newest first; orders of which only later events
-- are known come before all others. OrderView.listedAt says the same.
ALTER TABLE order_views
  ADD COLUMN listed_at timestamptz NOT NULL
    GENERATED ALWAYS AS (coalesce(placed_at, timestamptz '9999-12-31 23:59:59+00')) STORED,
  -- when the row last changed, whenever the event happened
  ADD COLUMN projected_at timestamptz NOT NULL DEFAULT now();

DROP INDEX order_views_newest, order_views_of_customer, order_views_of_store, order_views_in_status;

CREATE INDEX order_views_newest ON order_views (listed_at, order_id);
CREATE INDEX order_views_of_customer ON order_views (customer_id, listed_at, order_id);
CREATE INDEX order_views_of_store ON order_views (store_id, listed_at, order_id);
CREATE INDEX order_views_in_status ON order_views (status, listed_at, order_id);
CREATE INDEX order_views_of_reference ON order_views (client_reference, listed_at, order_id)
  WHERE client_reference IS NOT NULL;
CREATE INDEX order_views_changed ON order_views (projected_at);
