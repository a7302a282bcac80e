-- PaymentStates reads by the same expression: a payment that was declined, or undone without money, changed as well.
CREATE INDEX payments_changed_or_ended
  ON payments (greatest(requested_at, approved_at, refunded_at, ended_at), order_id);
DROP INDEX payments_changed;
