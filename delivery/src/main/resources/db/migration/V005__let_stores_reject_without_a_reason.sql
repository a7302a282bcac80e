ALTER TABLE store_requests
  DROP CONSTRAINT store_requests_reason_only_if_rejected,
  ADD CONSTRAINT store_requests_reason_only_if_rejected
    CHECK (status = 'REJECTED' OR rejection_reason IS NULL);
