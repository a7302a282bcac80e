-- People name an order by its number.
CREATE INDEX order_progress_number ON order_progress ((placed ->> 'number'));
