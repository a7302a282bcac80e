-- Who carries the order. Until a courier takes a delivery, it is offered to all.
ALTER TABLE deliveries ADD COLUMN courier_id text;

CREATE INDEX deliveries_of_courier ON deliveries (courier_id, status, started_at, order_id) WHERE courier_id IS NOT NULL;
