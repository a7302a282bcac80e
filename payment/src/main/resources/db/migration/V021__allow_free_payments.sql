-- A free order is approved with an amount of 0: the time says that it was, where the amount cannot.
ALTER TABLE payments
  DROP CONSTRAINT payments_amount_check,
  ADD CONSTRAINT payments_amount_check CHECK (amount BETWEEN 0 AND 1000000000000),
  DROP CONSTRAINT payments_money_has_a_time,
  ADD CONSTRAINT payments_money_has_a_time
    CHECK ((approved_amount = 0 OR approved_at IS NOT NULL) AND (refunded_amount = 0 OR refunded_at IS NOT NULL)),
  DROP CONSTRAINT payments_amounts_fit_status,
  ADD CONSTRAINT payments_amounts_fit_status
    CHECK (CASE status
             WHEN 'APPROVED'   THEN approved_at IS NOT NULL AND approved_amount = amount AND refunded_amount = 0
             WHEN 'CANCELLING' THEN refunded_amount = 0
             WHEN 'CANCELLED'  THEN refunded_amount = approved_amount
             ELSE approved_amount = 0
           END);
