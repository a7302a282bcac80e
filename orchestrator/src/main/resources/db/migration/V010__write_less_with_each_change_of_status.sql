-- PostgreSQL logs of a changed row what lies between its first and its last difference. What never changes goes last,
-- so that it is outside of that. Every row is written once; orders wait meanwhile.
ALTER TABLE order_progress ADD COLUMN placed_last jsonb;
UPDATE order_progress SET placed_last = placed;
ALTER TABLE order_progress
  ALTER COLUMN placed_last SET NOT NULL,
  DROP COLUMN placed;
ALTER TABLE order_progress RENAME COLUMN placed_last TO placed;

-- gone with the column
CREATE INDEX order_progress_number ON order_progress ((placed ->> 'number'));
