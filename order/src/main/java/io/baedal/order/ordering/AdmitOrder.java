package io.baedal.order.ordering;

import io.baedal.order.OrderProperties;
import io.baedal.order.OrderProperties.Admission;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Places orders as long as they can be seen to. Each one costs the rest of the system much more
 * than it costs this service, so without a bound the backlog would grow for as long as the load is
 * too high. A repeat of an order that was placed has its answer all the same; looking for it costs
 * one or two reads.
 */
@Service
public class AdmitOrder {

  private static final long LOOK_UP_WAIT_SECONDS = 1;

  private final PlaceOrder placeOrder;
  private final Backlog backlog;
  private final OrderIds ids;
  private final Semaphore atWork;
  private final Semaphore lookUps;
  private final int retryAfterSeconds;
  private final AtomicLongArray refused = new AtomicLongArray(Overloaded.Cause.values().length);

  AdmitOrder(PlaceOrder placeOrder, Backlog backlog, OrderIds ids, OrderProperties properties) {
    Admission admission = properties.admission();
    this.placeOrder = placeOrder;
    this.backlog = backlog;
    this.ids = ids;
    this.atWork = new Semaphore(admission.maxAtWork());
    this.lookUps = new Semaphore(admission.maxAtWork());
    this.retryAfterSeconds = Math.toIntExact(admission.retryAfter().toSeconds());
  }

  /**
   * Places an order, or finds the one that was placed by the same request.
   *
   * @throws Overloaded if there is too much to do; nothing has been changed
   * @throws RuleBroken if the key or the reference stands for another request
   */
  public Placement place(OrderContent content, @Nullable IdempotencyKey key) {
    if (!atWork.tryAcquire()) {
      return findBesideThoseAtWork(content, key);
    }
    try {
      OrderId id = ids.next();
      return backlog.admit(id)
          ? placeAdmitted(id, content, key)
          : find(content, key, Overloaded.Cause.BACKLOG);
    } finally {
      atWork.release();
    }
  }

  /** How many orders were refused since the start. */
  public long refused(Overloaded.Cause cause) {
    return refused.get(cause.ordinal());
  }

  private Placement placeAdmitted(OrderId id, OrderContent content, @Nullable IdempotencyKey key) {
    boolean placed = false;
    try {
      Placement placement = placeOrder.place(id, content, key);
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

  /** A bound of their own: a database that answers nobody must not hold every thread. */
  private Placement findBesideThoseAtWork(OrderContent content, @Nullable IdempotencyKey key) {
    if (!mayBeRepeat(content, key)) {
      throw refuse(Overloaded.Cause.AT_WORK);
    }
    try {
      if (!lookUps.tryAcquire(LOOK_UP_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw refuse(Overloaded.Cause.AT_WORK);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw refuse(Overloaded.Cause.AT_WORK);
    }
    try {
      return find(content, key, Overloaded.Cause.AT_WORK);
    } finally {
      lookUps.release();
    }
  }

  private Placement find(
      OrderContent content, @Nullable IdempotencyKey key, Overloaded.Cause otherwise) {
    if (!mayBeRepeat(content, key)) {
      throw refuse(otherwise);
    }
    return placeOrder.placedBefore(content, key).orElseThrow(() -> refuse(otherwise));
  }

  private static boolean mayBeRepeat(OrderContent content, @Nullable IdempotencyKey key) {
    return key != null || content.clientReference() != null;
  }

  /** Those who were refused together should not come back together. */
  private Overloaded refuse(Overloaded.Cause cause) {
    refused.incrementAndGet(cause.ordinal());
    int spread = ThreadLocalRandom.current().nextInt(retryAfterSeconds + 1);
    return new Overloaded(retryAfterSeconds + spread);
  }
}
