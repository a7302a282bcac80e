package io.baedal.delivery.store.jpa;

import io.baedal.delivery.work.jpa.WorkRows;
import io.baedal.web.access.Scope;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface StoreRequestRows extends WorkRows<StoreRequestRow> {

  String FIND =
      """
      select row from StoreRequestRow row where row.orderId = :orderId
        and (:#{#scope.all()} = true or row.storeId = :#{#scope.storeId()})
      """;

  @Override
  @Query(FIND)
  Optional<StoreRequestRow> find(UUID orderId, Scope scope);

  @Override
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(FIND)
  Optional<StoreRequestRow> lock(UUID orderId, Scope scope);
}
