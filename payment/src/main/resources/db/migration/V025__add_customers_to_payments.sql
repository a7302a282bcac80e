-- Who pays; null for payments of older versions, which no customer can see. Newest first, as lists are.
ALTER TABLE payments ADD COLUMN customer_id text;

CREATE INDEX payments_newest_of_customer ON payments (customer_id, requested_at DESC, id DESC)
  WHERE customer_id IS NOT NULL;
