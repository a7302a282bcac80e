-- Queues are read oldest first, where what is open stands behind all that is done.
CREATE INDEX store_requests_oldest_of_store ON store_requests (store_id, status, requested_at, order_id);
CREATE INDEX deliveries_oldest_of_store ON deliveries (store_id, status, started_at, order_id);
