-- When the payment was declined or cancelled; null as well where an older version of the service did it.
ALTER TABLE payments ADD COLUMN ended_at timestamptz;
