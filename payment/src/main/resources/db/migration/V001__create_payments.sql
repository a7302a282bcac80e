-- One row per order, never deleted. Amounts are whole minor units of the currency.
-- A row without amount says that the payment was undone before anybody requested it.
CREATE TABLE payments (
  id              uuid        PRIMARY KEY,
  order_id        uuid        NOT NULL UNIQUE,
  amount          bigint      CHECK (amount BETWEEN 1 AND 1000000000000),
  currency        text        CHECK (currency ~ '^[A-Z]{3}$'),
  payment_method  text,
  status          text        NOT NULL
                  CHECK (status IN ('REQUESTED', 'APPROVED', 'DECLINED', 'CANCELLING', 'CANCELLED')),
  decline_reason  text,
  approved_amount bigint      NOT NULL DEFAULT 0,
  approved_at     timestamptz,
  refunded_amount bigint      NOT NULL DEFAULT 0,
  refunded_at     timestamptz,
  requested_at    timestamptz NOT NULL,

  CONSTRAINT payments_requested_as_a_whole
    CHECK ((amount IS NULL) = (payment_method IS NULL) AND (amount IS NULL OR currency IS NOT NULL)),
  CONSTRAINT payments_not_requested_only_if_undone
    CHECK (amount IS NOT NULL OR status IN ('CANCELLING', 'CANCELLED')),
  CONSTRAINT payments_refund_within_approval
    CHECK (0 <= refunded_amount AND refunded_amount <= approved_amount),
  CONSTRAINT payments_approved_all_or_nothing
    CHECK (approved_amount IN (0, coalesce(amount, approved_amount))),
  CONSTRAINT payments_money_has_a_currency
    CHECK (approved_amount = 0 OR currency IS NOT NULL),
  CONSTRAINT payments_money_has_a_time
    CHECK ((approved_amount > 0) = (approved_at IS NOT NULL)
       AND (refunded_amount > 0) = (refunded_at IS NOT NULL)),
  CONSTRAINT payments_reason_only_if_declined
    CHECK ((status = 'DECLINED') = (decline_reason IS NOT NULL)),
  CONSTRAINT payments_amounts_fit_status
    CHECK (CASE status
             WHEN 'APPROVED'   THEN approved_amount > 0 AND refunded_amount = 0
             WHEN 'CANCELLING' THEN refunded_amount = 0
             WHEN 'CANCELLED'  THEN refunded_amount = approved_amount
             ELSE approved_amount = 0
           END)
);

CREATE INDEX payments_newest ON payments (requested_at DESC, id DESC);
CREATE INDEX payments_newest_of_status ON payments (status, requested_at DESC, id DESC);
