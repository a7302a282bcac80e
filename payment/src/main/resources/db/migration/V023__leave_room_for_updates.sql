-- Room for a row's next version on its page, where PostgreSQL logs only what differs.
ALTER TABLE payments SET (fillfactor = 70);
