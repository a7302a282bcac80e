-- What people say on the phone for an order, and what its customer wrote. Options stand within items.
ALTER TABLE store_requests
  ADD COLUMN order_number bigint CHECK (order_number > 0),
  ADD COLUMN note text;
ALTER TABLE deliveries
  ADD COLUMN order_number bigint CHECK (order_number > 0),
  ADD COLUMN note text,
  ADD COLUMN phone text;

CREATE UNIQUE INDEX store_requests_order_number ON store_requests (order_number);
CREATE UNIQUE INDEX deliveries_order_number ON deliveries (order_number);
