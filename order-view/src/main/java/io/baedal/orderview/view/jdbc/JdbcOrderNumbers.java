package io.baedal.orderview.view.jdbc;

import io.baedal.web.access.Scope;
import io.baedal.web.request.OrderNumbers;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOrderNumbers implements OrderNumbers {

  /**
   * Finds no order if two orders have the number, which is possible after a restore of the order
   * service.
   */
  private static final String FIND =
      """
      SELECT (array_agg(order_id))[1] FROM order_views
      WHERE number = :number AND %s HAVING count(*) = 1
      """
          .formatted(Sql.INSIDE);

  private final JdbcClient jdbc;

  JdbcOrderNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<UUID> find(long number, Scope scope) {
    return JdbcOrderViews.inside(scope, jdbc.sql(FIND))
        .param("number", number)
        .query(UUID.class)
        .optional();
  }
}
