-- Room for a row's next version on its page, where PostgreSQL logs only what differs.
ALTER TABLE store_requests SET (fillfactor = 70);
ALTER TABLE deliveries SET (fillfactor = 70);
