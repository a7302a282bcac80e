package io.baedal.delivery.store.jpa;

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

interface StoreRequestRows
    extends Repository<StoreRequestRow, UUID>, JpaSpecificationExecutor<StoreRequestRow> {

  Optional<StoreRequestRow> findById(UUID orderId);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select row from StoreRequestRow row where row.orderId = :orderId")
  Optional<StoreRequestRow> lock(UUID orderId);

  @Query(
      "select row.orderId from StoreRequestRow row where row.orderId > :after order by row.orderId")
  List<UUID> next(UUID after, Limit limit);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select row from StoreRequestRow row where row.orderId > :after and row.orderId <= :last
        and (row.requestedAt >= :since or row.answeredAt >= :since or row.cancelledAt >= :since)
      order by row.orderId
      """)
  List<StoreRequestRow> lockChanged(UUID after, UUID last, Instant since);
}
