package io.baedal.order.catalogue.jdbc;

import static java.util.stream.Collectors.toMap;

import io.baedal.order.catalogue.Menu;
import io.baedal.order.catalogue.MenuItem;
import io.baedal.order.catalogue.Menus;
import io.baedal.order.ordering.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Each read is one statement, so that it sees one menu. */
@Repository
class JdbcMenus implements Menus {

  /** A menu without items is one row of nulls. */
  private static final String ALL =
      """
      SELECT product_name, unit_price, currency, sold_out
      FROM menus LEFT JOIN menu_items USING (store_id)
      WHERE store_id = ? ORDER BY position
      """;

  private static final String SOME =
      """
      SELECT product_name, unit_price, currency, sold_out
      FROM menus LEFT JOIN menu_items
        ON menu_items.store_id = menus.store_id AND product_name = ANY (?::text[])
      WHERE menus.store_id = ?
      """;

  private static final String INSERT =
      """
      INSERT INTO menu_items (store_id, product_name, unit_price, currency, sold_out, position)
      SELECT ?, * FROM unnest(?::text[], ?::bigint[], ?::text[], ?::boolean[]) WITH ORDINALITY
      """;

  private final JdbcClient jdbc;

  JdbcMenus(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Menu> find(String storeId) {
    return items(jdbc.sql(ALL).param(storeId)).map(Menu::new);
  }

  @Override
  public Optional<Map<String, MenuItem>> find(String storeId, Collection<String> productNames) {
    return items(jdbc.sql(SOME).params(productNames.toArray(String[]::new), storeId))
        .map(items -> items.stream().collect(toMap(MenuItem::productName, Function.identity())));
  }

  @Override
  public void replace(String storeId, Menu menu) {
    // the update locks the row
    jdbc.sql(
            """
            INSERT INTO menus (store_id) VALUES (?)
            ON CONFLICT (store_id) DO UPDATE SET store_id = excluded.store_id
            """)
        .param(storeId)
        .update();
    jdbc.sql("DELETE FROM menu_items WHERE store_id = ?").param(storeId).update();
    insert(storeId, menu.items());
  }

  @Override
  public boolean add(String storeId, Menu menu) {
    boolean added =
        jdbc.sql("INSERT INTO menus (store_id) VALUES (?) ON CONFLICT (store_id) DO NOTHING")
                .param(storeId)
                .update()
            == 1;
    if (added) {
      insert(storeId, menu.items());
    }
    return added;
  }

  private void insert(String storeId, List<MenuItem> items) {
    jdbc.sql(INSERT)
        .params(
            storeId,
            items.stream().map(MenuItem::productName).toArray(String[]::new),
            items.stream().map(item -> item.unitPrice().amount()).toArray(Long[]::new),
            items.stream()
                .map(item -> item.unitPrice().currency().getCurrencyCode())
                .toArray(String[]::new),
            items.stream().map(MenuItem::soldOut).toArray(Boolean[]::new))
        .update();
  }

  private static Optional<List<MenuItem>> items(JdbcClient.StatementSpec statement) {
    List<Optional<MenuItem>> rows = statement.query((row, number) -> item(row)).list();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(rows.stream().flatMap(Optional::stream).toList());
  }

  private static Optional<MenuItem> item(ResultSet row) throws SQLException {
    String product = row.getString("product_name");
    return product == null
        ? Optional.empty()
        : Optional.of(
            new MenuItem(
                product,
                new Money(
                    row.getLong("unit_price"), Currency.getInstance(row.getString("currency"))),
                row.getBoolean("sold_out")));
  }
}
