package io.baedal.delivery.courier.jpa;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DeliveryRows
    extends Repository<DeliveryRow, UUID>, JpaSpecificationExecutor<DeliveryRow> {

  Optional<DeliveryRow> findById(UUID orderId);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select row from DeliveryRow row where row.orderId = :orderId")
  Optional<DeliveryRow> lock(UUID orderId);
}
