package io.baedal.delivery.courier.jpa;

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

interface DeliveryRows
    extends Repository<DeliveryRow, UUID>, JpaSpecificationExecutor<DeliveryRow> {

  Optional<DeliveryRow> findById(UUID orderId);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select row from DeliveryRow row where row.orderId = :orderId")
  Optional<DeliveryRow> lock(UUID orderId);

  @Query("select row.orderId from DeliveryRow row where row.orderId > :after order by row.orderId")
  List<UUID> next(UUID after, Limit limit);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select row from DeliveryRow row where row.orderId > :after and row.orderId <= :last
        and (row.startedAt >= :since or row.pickedUpAt >= :since or row.completedAt >= :since
          or row.cancelledAt >= :since)
      order by row.orderId
      """)
  List<DeliveryRow> lockChanged(UUID after, UUID last, Instant since);
}
