package io.baedal.delivery.state.jdbc;

import io.baedal.web.request.OrderNumbers;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds an order by the number in its store request or its delivery. */
@Component
class JdbcOrderNumbers implements OrderNumbers {

  /**
   * Finds no order if two orders have the number, which is possible after a restore of the order
   * service.
   */
  private static final String FIND =
      """
      SELECT (array_agg(order_id))[1] FROM (
        SELECT order_id FROM store_requests WHERE order_number = :number
        UNION SELECT order_id FROM deliveries WHERE order_number = :number) AS named
      HAVING count(*) = 1
      """;

  private final JdbcClient jdbc;

  JdbcOrderNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<UUID> find(long number) {
    return jdbc.sql(FIND).param("number", number).query(UUID.class).optional();
  }
}
