package io.baedal.delivery.store.jpa;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StoreRequestRows
    extends Repository<StoreRequestRow, UUID>, JpaSpecificationExecutor<StoreRequestRow> {

  Optional<StoreRequestRow> findById(UUID orderId);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select row from StoreRequestRow row where row.orderId = :orderId")
  Optional<StoreRequestRow> lock(UUID orderId);
}
