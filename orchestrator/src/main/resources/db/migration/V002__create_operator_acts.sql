-- What operators did to orders beside the engine's own applications, who, when and why. Never changed.
CREATE TABLE operator_acts (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id uuid        NOT NULL,
  act      text        NOT NULL CHECK (act IN ('RETRY', 'RETRY_ALL', 'SETTLE', 'CANCEL')),
  step     text,
  outcome  text,
  operator text        NOT NULL,
  reason   text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  acted_at timestamptz NOT NULL,
  CHECK ((act = 'CANCEL') = (step IS NULL)),
  CHECK ((act = 'SETTLE') = (outcome IS NOT NULL))
);

CREATE INDEX operator_acts_order_id ON operator_acts (order_id, id);
