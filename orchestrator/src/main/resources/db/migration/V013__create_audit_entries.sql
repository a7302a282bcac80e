-- The acts of operators and the refused accesses, in a chain: each entry has the hash of the one before it. The newest
-- entry is never removed, since the next one continues its sequence.
CREATE TABLE audit_entries (
  sequence      bigint      PRIMARY KEY,
  at            timestamptz NOT NULL,
  subject       text, -- null if the caller is not known
  roles         text        NOT NULL, -- separated by commas
  method        text        NOT NULL,
  path          text        NOT NULL,
  address       text        NOT NULL,
  forwarded_for text,
  trace_id      text,
  status        integer     CHECK (status BETWEEN 100 AND 599), -- null before the act runs
  reason        text,
  act           bigint      CHECK (act < sequence), -- the entry before the act, whose outcome this one is
  unrecorded    bigint      NOT NULL CHECK (unrecorded >= 0),
  previous_hash text        NOT NULL CHECK (previous_hash ~ '^[0-9a-f]{64}$'),
  hash          text        NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  -- as AuditOutcome
  outcome       text        NOT NULL GENERATED ALWAYS AS (
    CASE WHEN status IS NULL THEN 'REQUESTED' WHEN status IN (401, 403) THEN 'REFUSED'
      WHEN status < 400 THEN 'DONE' ELSE 'FAILED' END) STORED,
  CHECK (status IS NOT NULL OR (reason IS NULL AND act IS NULL))
);

CREATE INDEX audit_entries_newest ON audit_entries (at, sequence);
CREATE INDEX audit_entries_of_subject ON audit_entries (subject, at, sequence);
CREATE INDEX audit_entries_of_outcome ON audit_entries (outcome, at, sequence);

-- The service owns the table, so a missing grant would not stop it.
CREATE FUNCTION keep_audit_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.at < now() - interval '100 days' THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'audit entries are not changed, and not deleted before they are 100 days old'
    USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_entries_are_kept BEFORE UPDATE OR DELETE ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION keep_audit_entries();
CREATE TRIGGER audit_entries_are_not_truncated BEFORE TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_entries();
