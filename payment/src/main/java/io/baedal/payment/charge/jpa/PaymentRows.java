package io.baedal.payment.charge.jpa;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PaymentRows extends Repository<PaymentRow, UUID>, JpaSpecificationExecutor<PaymentRow> {

  Optional<PaymentRow> findById(UUID id);

  Optional<PaymentRow> findByOrderId(UUID orderId);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select row from PaymentRow row where row.orderId = :orderId")
  Optional<PaymentRow> lock(UUID orderId);
}
