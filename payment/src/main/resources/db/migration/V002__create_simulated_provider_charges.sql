-- The books of the simulated provider, as if they were kept elsewhere; empty where a real provider is used.
-- Money is held while a charge is CHARGED. The amount of a REVERSED one is what was given back.
CREATE TABLE simulated_provider_charges (
  key        text        PRIMARY KEY,
  amount     bigint      NOT NULL CHECK (amount >= 0),
  currency   text,
  state      text        NOT NULL CHECK (state IN ('CHARGED', 'DECLINED', 'REVERSED')),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CHECK (amount = 0 OR currency IS NOT NULL)
);
