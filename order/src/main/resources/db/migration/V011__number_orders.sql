-- A short name that people say on the phone; the UUID stays the key between services. Orders from before are numbered
-- in the order in which they were placed.
ALTER TABLE orders
  ADD COLUMN number         bigint,
  ADD COLUMN note           text,
  ADD COLUMN phone          text,
  ADD COLUMN reason_comment text,
  DROP CONSTRAINT orders_amount_check,
  -- free orders
  ADD CONSTRAINT orders_amount_check CHECK (amount BETWEEN 0 AND 1000000000000);
UPDATE orders SET number = counted.number
  FROM (SELECT id, row_number() OVER (ORDER BY placed_at, id) AS number FROM orders) AS counted
  WHERE orders.id = counted.id;
CREATE SEQUENCE orders_number_seq OWNED BY orders.number;
SELECT setval('orders_number_seq', coalesce(max(number), 0) + 1, false) FROM orders;
ALTER TABLE orders
  ALTER COLUMN number SET DEFAULT nextval('orders_number_seq'),
  ALTER COLUMN number SET NOT NULL;
CREATE UNIQUE INDEX orders_number ON orders (number);
CREATE INDEX orders_client_reference_of_any_customer ON orders (client_reference, placed_at DESC, id DESC)
  WHERE client_reference IS NOT NULL;
