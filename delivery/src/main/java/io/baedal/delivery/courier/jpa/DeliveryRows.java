package io.baedal.delivery.courier.jpa;

import io.baedal.delivery.work.jpa.WorkRows;
import io.baedal.web.access.Scope;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface DeliveryRows extends WorkRows<DeliveryRow> {

  /** A delivery is offered to all couriers until one takes it. */
  String FIND =
      """
      select row from DeliveryRow row where row.orderId = :orderId
        and (:#{#scope.all()} = true
          or row.storeId = :#{#scope.storeId()}
          or row.courierId = :#{#scope.courierId()}
          or (:#{#scope.courierId()} is not null
            and row.courierId is null and row.status = DeliveryStatus.STARTED))
      """;

  @Override
  @Query(FIND)
  Optional<DeliveryRow> find(UUID orderId, Scope scope);

  @Override
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(FIND)
  Optional<DeliveryRow> lock(UUID orderId, Scope scope);
}
