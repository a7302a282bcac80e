-- A restored order database can give a number again. That must not keep the later order from its store: a number that two
-- orders have names neither of them.
DROP INDEX store_requests_order_number;
DROP INDEX deliveries_order_number;
CREATE INDEX store_requests_order_number ON store_requests (order_number);
CREATE INDEX deliveries_order_number ON deliveries (order_number);
