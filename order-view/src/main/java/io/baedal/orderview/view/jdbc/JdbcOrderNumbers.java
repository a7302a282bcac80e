package io.baedal.orderview.view.jdbc;

import io.baedal.web.request.OrderNumbers;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOrderNumbers implements OrderNumbers {

  /** The newest, should a restored order database have given a number twice. */
  private static final String FIND =
      """
      SELECT order_id FROM order_views WHERE number = :number
      ORDER BY listed_at DESC, order_id DESC LIMIT 1
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
