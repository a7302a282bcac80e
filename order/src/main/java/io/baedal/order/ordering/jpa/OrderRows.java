package io.baedal.order.ordering.jpa;

import io.baedal.web.access.Scope;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OrderRows extends Repository<OrderRow, UUID>, JpaSpecificationExecutor<OrderRow> {

  /** The condition of {@code OrderFilter} for one order. */
  String INSIDE =
      "(:#{#scope.all()} = TRUE OR o.customerId = :#{#scope.customerId()}"
          + " OR o.storeId = :#{#scope.storeId()})";

  /**
   * Adds an order to {@code orders} and {@code waiting_orders}. Native, since JPA has no statement
   * for two tables, and none that returns generated values.
   *
   * @return its number; empty if the customer has an order with this reference
   */
  @Query(
      nativeQuery = true,
      value =
          """
          WITH placed AS (
            INSERT INTO orders (id, content, amount, placed_at, status)
            VALUES (:id, CAST(:content AS jsonb), :amount, :placedAt, :status)
            ON CONFLICT (customer_id, client_reference) WHERE client_reference IS NOT NULL DO NOTHING
            RETURNING id, number
          ), waiting AS (
            INSERT INTO waiting_orders (order_id) SELECT id FROM placed
          )
          SELECT number FROM placed
          """)
  Optional<Long> add(UUID id, String content, long amount, Instant placedAt, String status);

  Optional<OrderRow> findById(UUID id);

  @Query("SELECT o FROM OrderRow o WHERE o.id = :id AND " + INSIDE)
  Optional<OrderRow> find(UUID id, Scope scope);

  Optional<OrderRow> findByCustomerIdAndClientReference(String customerId, String clientReference);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("SELECT o FROM OrderRow o WHERE o.id = :id AND " + INSIDE)
  Optional<OrderRow> lock(UUID id, Scope scope);

  /**
   * Native, since an array is a single parameter; a list would need another statement for each
   * length.
   */
  @Query(
      nativeQuery = true,
      value = "SELECT * FROM orders WHERE id = ANY (:ids) ORDER BY id FOR UPDATE")
  List<OrderRow> lock(UUID[] ids);

  @Query("SELECT o.id FROM OrderRow o WHERE o.number = :number AND " + INSIDE)
  Optional<UUID> numbered(long number, Scope scope);

  @Query("SELECT o.id FROM OrderRow o WHERE o.id > :after ORDER BY o.id")
  List<UUID> next(UUID after, Limit limit);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      SELECT o FROM OrderRow o WHERE o.id > :after AND o.id <= :last
        AND o.changedAt >= :since
      ORDER BY o.id
      """)
  List<OrderRow> lockChanged(UUID after, UUID last, Instant since);
}
