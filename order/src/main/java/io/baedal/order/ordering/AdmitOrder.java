package io.baedal.order.ordering;

import io.baedal.order.OrderProperties;
import io.baedal.order.OrderProperties.Admission;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Places orders while the system can process them. The other services need much more time for an
 * order than this one, so without a limit the backlog would grow during an overload. A repeated
 * request for a placed order is answered even if the limit is reached; it costs one or two reads.
 */
@Service
public class AdmitOrder {

  private final PlaceOrder placeOrder;
  private final Backlog backlog;
  private final OrderIds ids;
  private final Semaphore permits;

  /** Limits the waiting requests, so that an unresponsive database does not block all threads. */
  private final Semaphore waitingPermits;

  private final Duration longestWait;
  private final int retryAfterSeconds;
  private final AtomicLongArray refused = new AtomicLongArray(Overloaded.Cause.values().length);

  AdmitOrder(PlaceOrder placeOrder, Backlog backlog, OrderIds ids, OrderProperties properties) {
    Admission admission = properties.admission();
    this.placeOrder = placeOrder;
    this.backlog = backlog;
    this.ids = ids;
    this.permits = new Semaphore(admission.maxAtWork(), true);
    this.waitingPermits = new Semaphore(admission.maxAtWork());
    this.longestWait = admission.longestWait();
    this.retryAfterSeconds = Math.toIntExact(admission.retryAfter().toSeconds());
  }

  /**
   * Places an order, or finds the one that was placed by the same request. While all permits are in
   * use, the same number of requests can wait for one.
   *
   * @throws Overloaded if a limit is reached; nothing has been changed
   * @throws RuleBroken if the key or the reference was used for another request
   */
  public Placement place(OrderRequest request, @Nullable IdempotencyKey key) {
    if (!permits.tryAcquire()) {
      return placeAfterWaiting(request, key);
    }
    try {
      return placeWithPermit(request, key);
    } finally {
      permits.release();
    }
  }

  /** The number of orders refused since the start. */
  public long refused(Overloaded.Cause cause) {
    return refused.get(cause.ordinal());
  }

  private Placement placeAfterWaiting(OrderRequest request, @Nullable IdempotencyKey key) {
    boolean mayWait =
        mayBeRepeat(request, key) ? await(waitingPermits) : waitingPermits.tryAcquire();
    if (!mayWait) {
      throw refuse(Overloaded.Cause.AT_WORK);
    }
    try {
      if (!await(permits)) {
        return find(request, key, Overloaded.Cause.AT_WORK);
      }
      try {
        return placeWithPermit(request, key);
      } finally {
        permits.release();
      }
    } finally {
      waitingPermits.release();
    }
  }

  private boolean await(Semaphore permit) {
    try {
      return permit.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Placement placeWithPermit(OrderRequest request, @Nullable IdempotencyKey key) {
    OrderId id = ids.next();
    return backlog.admit(id)
        ? placeAdmitted(id, request, key)
        : find(request, key, Overloaded.Cause.BACKLOG);
  }

  private Placement placeAdmitted(OrderId id, OrderRequest request, @Nullable IdempotencyKey key) {
    boolean placed = false;
    try {
      Placement placement = placeOrder.place(id, request, key);
      placed = placement.order().id().equals(id);
      return placement;
    } finally {
      if (placed) {
        backlog.placed(id);
      } else {
        backlog.withdraw(id);
      }
    }
  }

  private Placement find(
      OrderRequest request, @Nullable IdempotencyKey key, Overloaded.Cause cause) {
    if (!mayBeRepeat(request, key)) {
      throw refuse(cause);
    }
    return placeOrder.placedBefore(request, key).orElseThrow(() -> refuse(cause));
  }

  private static boolean mayBeRepeat(OrderRequest request, @Nullable IdempotencyKey key) {
    return key != null || request.clientReference() != null;
  }

  /** The retry time is random, so that clients refused together do not retry together. */
  private Overloaded refuse(Overloaded.Cause cause) {
    refused.incrementAndGet(cause.ordinal());
    int spread = ThreadLocalRandom.current().nextInt(retryAfterSeconds + 1);
    return new Overloaded(retryAfterSeconds + spread);
  }
}
