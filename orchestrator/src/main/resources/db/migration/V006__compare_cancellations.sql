-- Order and view can disagree on what became of a request to cancel; an operator's act can be without a record.
ALTER TABLE disagreements
  DROP CONSTRAINT disagreements_kind_check,
  ADD CONSTRAINT disagreements_kind_check CHECK (kind IN (
    'PAYMENT_WITHOUT_ORDER', 'NOT_REFUNDED', 'DELIVERED_UNPAID', 'STORE_REQUEST_OPEN', 'DELIVERY_OPEN',
    'ORDER_NOT_STARTED', 'PROCESS_MISSING', 'END_DIFFERS', 'EVENT_LOST', 'CANCELLATION_UNANSWERED',
    'CANCELLATION_DIFFERS', 'ACT_NOT_RECORDED', 'VIEW_DIFFERS'));
