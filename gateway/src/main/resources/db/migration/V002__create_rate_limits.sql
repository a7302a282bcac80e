-- The buckets of Bucket4j, by client or address. Unlogged: after a crash of PostgreSQL they are empty, and nothing is
-- lost but the count of some seconds.
CREATE UNLOGGED TABLE rate_limits (
    id         text NOT NULL PRIMARY KEY,
    state      bytea,
    expires_at bigint
);

CREATE INDEX rate_limits_expires_at ON rate_limits (expires_at);
