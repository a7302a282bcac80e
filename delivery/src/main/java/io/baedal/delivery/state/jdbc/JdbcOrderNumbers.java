package io.baedal.delivery.state.jdbc;

import io.baedal.web.access.Scope;
import io.baedal.web.request.OrderNumbers;
import java.sql.Types;
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
        SELECT order_id FROM store_requests
        WHERE order_number = :number AND (:all OR store_id = :storeId)
        UNION SELECT order_id FROM deliveries
        WHERE order_number = :number AND (:all OR store_id = :storeId OR courier_id = :courierId
          OR (:courierId IS NOT NULL AND courier_id IS NULL AND status = 'STARTED'))) AS named
      HAVING count(*) = 1
      """;

  private final JdbcClient jdbc;

  JdbcOrderNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<UUID> find(long number, Scope scope) {
    return jdbc.sql(FIND)
        .param("number", number)
        .param("all", scope.all())
        .param("storeId", scope.storeId(), Types.VARCHAR)
        .param("courierId", scope.courierId(), Types.VARCHAR)
        .query(UUID.class)
        .optional();
  }
}
