package io.baedal.payment.charge.jpa;

import io.baedal.payment.charge.PaymentStatus;
import io.baedal.web.access.Scope;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PaymentRows extends Repository<PaymentRow, UUID>, JpaSpecificationExecutor<PaymentRow> {

  /** A concurrent insert for the same order waits for the first one. */
  @Modifying
  @Query(
      """
      insert into PaymentRow
        (id, orderId, amount, currency, paymentMethod, customerId, status, requestedAt,
          approvedAmount, refundedAmount)
      values (:id, :orderId, :amount, :currency, :paymentMethod, :customerId, :status, :requestedAt,
        0, 0)
      on conflict(orderId) do nothing
      """)
  int add(
      UUID id,
      UUID orderId,
      @Nullable Long amount,
      @Nullable String currency,
      @Nullable String paymentMethod,
      @Nullable String customerId,
      PaymentStatus status,
      Instant requestedAt);

  Optional<PaymentRow> findById(UUID id);

  @Query(
      """
      select row from PaymentRow row where row.id = :id
        and (:#{#scope.all()} = true or row.customerId = :#{#scope.customerId()})
      """)
  Optional<PaymentRow> find(UUID id, Scope scope);

  Optional<PaymentRow> findByOrderId(UUID orderId);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select row from PaymentRow row where row.orderId = :orderId")
  Optional<PaymentRow> lock(UUID orderId);

  @Query("select row.orderId from PaymentRow row where row.orderId > :after order by row.orderId")
  List<UUID> next(UUID after, Limit limit);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select row from PaymentRow row where row.orderId > :after and row.orderId <= :last
        and row.changedAt >= :since
      order by row.orderId
      """)
  List<PaymentRow> lockChanged(UUID after, UUID last, Instant since);
}
