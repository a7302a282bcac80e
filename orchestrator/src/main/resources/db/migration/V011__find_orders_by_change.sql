-- Ended orders are removed when they are old enough. A BRIN index, which a change of status need not be written to.
CREATE INDEX order_progress_changed ON order_progress USING brin (changed_at)
  WITH (pages_per_range = 8, autosummarize = on);
CREATE INDEX operator_acts_acted ON operator_acts USING brin (acted_at);
