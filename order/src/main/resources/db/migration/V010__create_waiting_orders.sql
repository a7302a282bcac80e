-- Orders that were accepted and whose process has not taken its first step: the backlog that decides
-- whether new ones are admitted. A row is written with its order and removed within moments, so the
-- table stays as small as the backlog. Orders from before are under way and not counted.
CREATE TABLE waiting_orders (
  order_id uuid PRIMARY KEY
);
