-- An operator can move an order to another version of the process.
ALTER TABLE operator_acts
  ADD COLUMN migration text,
  DROP CONSTRAINT operator_acts_act_check,
  DROP CONSTRAINT operator_acts_check, -- only a cancel was without a step
  ADD CONSTRAINT operator_acts_act_check
    CHECK (act IN ('RETRY', 'RETRY_ALL', 'SETTLE', 'CANCEL', 'MIGRATE')),
  ADD CONSTRAINT operator_acts_step_check
    CHECK ((act IN ('CANCEL', 'MIGRATE')) = (step IS NULL)),
  ADD CONSTRAINT operator_acts_migration_check
    CHECK ((act = 'MIGRATE') = (migration IS NOT NULL));
