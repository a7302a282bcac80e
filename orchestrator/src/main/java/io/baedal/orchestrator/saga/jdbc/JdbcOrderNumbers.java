package io.baedal.orchestrator.saga.jdbc;

import io.baedal.web.access.Scope;
import io.baedal.web.request.OrderNumbers;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds orders by their number in {@code OrderPlaced}. */
@Repository
class JdbcOrderNumbers implements OrderNumbers {

  /** If two orders have the number, as after a restore of the order service, it finds neither. */
  private static final String FIND =
      """
      SELECT (array_agg(order_id))[1] FROM order_progress
      WHERE placed ->> 'number' = ? HAVING count(*) = 1
      """;

  private final JdbcClient jdbc;

  JdbcOrderNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<UUID> find(long number, Scope scope) {
    return scope.all()
        ? jdbc.sql(FIND).param(Long.toString(number)).query(UUID.class).optional()
        : Optional.empty();
  }
}
