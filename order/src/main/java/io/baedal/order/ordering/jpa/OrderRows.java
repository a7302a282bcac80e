package io.baedal.order.ordering.jpa;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OrderRows extends Repository<OrderRow, UUID>, JpaSpecificationExecutor<OrderRow> {

  Optional<OrderRow> findById(UUID id);

  Optional<OrderRow> findByCustomerIdAndClientReference(String customerId, String clientReference);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("SELECT o FROM OrderRow o WHERE o.id = :id")
  Optional<OrderRow> lock(UUID id);
}
