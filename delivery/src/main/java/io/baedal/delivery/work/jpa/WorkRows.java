package io.baedal.delivery.work.jpa;

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
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** The statements on the rows of one kind of work. */
@NoRepositoryBean
public interface WorkRows<R extends WorkRow<?>>
    extends Repository<R, UUID>, JpaSpecificationExecutor<R> {

  /** A concurrent insert for the same order waits for the first one. */
  @Modifying
  @Query(
      """
      insert into #{#entityName} (orderId, details, status, requestedAt, cancelledAt)
      values (:orderId, :details, :status, :requestedAt, :cancelledAt)
      on conflict do nothing
      """)
  int add(
      UUID orderId,
      @Nullable String details,
      Enum<?> status,
      Instant requestedAt,
      @Nullable Instant cancelledAt);

  Optional<R> findById(UUID orderId);

  /** The row, if it is inside {@code scope}. */
  Optional<R> find(UUID orderId, Scope scope);

  /** As {@link #find}, locked. */
  Optional<R> lock(UUID orderId, Scope scope);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select row from #{#entityName} row where row.orderId = :orderId")
  Optional<R> lock(UUID orderId);

  @Query(
      "select row.orderId from #{#entityName} row where row.orderId > :after order by row.orderId")
  List<UUID> next(UUID after, Limit limit);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select row from #{#entityName} row where row.orderId > :after and row.orderId <= :last
        and row.changedAt >= :since
      order by row.orderId
      """)
  List<R> lockChanged(UUID after, UUID last, Instant since);
}
