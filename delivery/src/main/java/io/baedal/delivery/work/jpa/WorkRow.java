package io.baedal.delivery.work.jpa;

import io.baedal.delivery.work.Work;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A row for one order. The migrations define the constraints and the generated columns: number and
 * store from the details, the time of the last change from the other times.
 */
@MappedSuperclass
@SuppressWarnings("NullAway.Init") // set by Hibernate
public abstract class WorkRow<W extends Work> {

  @Id protected UUID orderId;

  /** The requested work as JSON; null if it was cancelled before it was requested. */
  @JdbcTypeCode(SqlTypes.JSON)
  @Column(updatable = false)
  protected @Nullable String details;

  @Column(insertable = false, updatable = false)
  protected @Nullable Long orderNumber;

  @Column(insertable = false, updatable = false)
  protected @Nullable String storeId;

  @Column(updatable = false)
  protected Instant requestedAt;

  protected @Nullable Instant cancelledAt;

  @Column(insertable = false, updatable = false)
  protected Instant changedAt;

  protected WorkRow() {}

  /** Copies all attributes that can change. */
  protected abstract void update(W work);

  protected abstract W toWork();
}
