-- A cursor is a time and an id: an order can have several disagreements that were found at one time.
ALTER TABLE disagreements ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();

DROP INDEX disagreements_oldest;
DROP INDEX disagreements_oldest_of_kind;
CREATE INDEX disagreements_oldest ON disagreements (first_seen_at, id);
CREATE INDEX disagreements_oldest_of_kind ON disagreements (kind, first_seen_at, id);
