-- What the store said when it rejected the order, and the operator who cancelled it; the customer may read it. Two
-- columns: whoever comes too late must not change what was told of the other.
ALTER TABLE order_progress
  ADD COLUMN store_comment    text,
  ADD COLUMN operator_comment text;
