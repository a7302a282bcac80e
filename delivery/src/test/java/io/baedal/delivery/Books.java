package io.baedal.delivery;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the content of the database. */
public class Books {

  private final JdbcClient jdbc;

  Books(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public String storeRequest(UUID orderId) {
    return jdbc.sql("SELECT status FROM store_requests WHERE order_id = ?")
        .param(orderId)
        .query(String.class)
        .single();
  }

  public String delivery(UUID orderId) {
    return jdbc.sql("SELECT status FROM deliveries WHERE order_id = ?")
        .param(orderId)
        .query(String.class)
        .single();
  }

  /** The last part of each event's type, in order. */
  public List<String> events(UUID orderId) {
    return jdbc.sql("SELECT split_part(type, '.', 4) FROM outbox WHERE order_id = ? ORDER BY id")
        .param(orderId)
        .query(String.class)
        .list();
  }
}
