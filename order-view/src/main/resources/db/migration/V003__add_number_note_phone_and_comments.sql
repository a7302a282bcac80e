-- Null for orders of a time when the events did not carry them.
ALTER TABLE order_views
  ADD COLUMN number bigint,
  ADD COLUMN note text,
  ADD COLUMN phone text;

-- Not unique: a number that came twice must not keep an order out of sight.
CREATE INDEX order_views_of_number ON order_views (number, listed_at, order_id)
  WHERE number IS NOT NULL;

ALTER TABLE status_changes ADD COLUMN reason_comment text;
