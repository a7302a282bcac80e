-- A store has a menu or none. The row of its menu is locked while the menu is replaced.
CREATE TABLE menus (
  store_id text PRIMARY KEY CHECK (length(store_id) BETWEEN 1 AND 64)
);

-- A row for each item, and not a document: an order reads only the rows of its products.
CREATE TABLE menu_items (
  store_id     text    NOT NULL REFERENCES menus ON DELETE CASCADE,
  product_name text    NOT NULL CHECK (length(product_name) BETWEEN 1 AND 200),
  unit_price   bigint  NOT NULL CHECK (unit_price BETWEEN 0 AND 1000000000),
  currency     text    NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  sold_out     boolean NOT NULL,
  -- in the store's order; bounds the menu
  position     integer NOT NULL CHECK (position BETWEEN 1 AND 500),

  PRIMARY KEY (store_id, product_name),
  UNIQUE (store_id, position)
);
