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
 * Places orders while the system can process them. An order costs the rest of the system much more
 * than this service, so without a limit the backlog would grow as long as the load is too high. A
 * repeat of a placed order is answered even when the limit is reached; that costs one or two reads.
 */
@Service
public class AdmitOrder {

  private final PlaceOrder placeOrder;
  private final Backlog backlog;
  private final OrderIds ids;
  private final Semaphore atWork;

  /** Limits the waiting requests: an unresponsive database must not block every thread. */
  private final Semaphore inLine;

  private final Duration longestWait;
  private final int retryAfterSeconds;
  private final AtomicLongArray refused = new AtomicLongArray(Overloaded.Cause.values().length);

  AdmitOrder(PlaceOrder placeOrder, Backlog backlog, OrderIds ids, OrderProperties properties) {
    Admission admission = properties.admission();
    this.placeOrder = placeOrder;
    this.backlog = backlog;
    this.ids = ids;
    this.atWork = new Semaphore(admission.maxAtWork(), true);
    this.inLine = new Semaphore(admission.maxAtWork());
    this.longestWait = admission.longestWait();
    this.retryAfterSeconds = Math.toIntExact(admission.retryAfter().toSeconds());
  }

  /**
   * Places an order, or finds the one that was placed by the same request. While all permits are in
   * use, as many requests again wait for one.
   *
   * @throws Overloaded if a limit is reached; nothing has been changed
   * @throws RuleBroken if the key or the reference was used for another request
   */
  public Placement place(OrderContent content, @Nullable IdempotencyKey key) {
    if (!atWork.tryAcquire()) {
      return placeInTurn(content, key);
    }
    try {
      return placeAtWork(content, key);
    } finally {
      atWork.release();
    }
  }

  /** How many orders were refused since the start. */
  public long refused(Overloaded.Cause cause) {
    return refused.get(cause.ordinal());
  }

  private Placement placeInTurn(OrderContent content, @Nullable IdempotencyKey key) {
    boolean hasPlace = mayBeRepeat(content, key) ? await(inLine) : inLine.tryAcquire();
    if (!hasPlace) {
      throw refuse(Overloaded.Cause.AT_WORK);
    }
    try {
      if (!await(atWork)) {
        return find(content, key, Overloaded.Cause.AT_WORK);
      }
      try {
        return placeAtWork(content, key);
      } finally {
        atWork.release();
      }
    } finally {
      inLine.release();
    }
  }

  private boolean await(Semaphore turn) {
    try {
      return turn.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Placement placeAtWork(OrderContent content, @Nullable IdempotencyKey key) {
    OrderId id = ids.next();
    return backlog.admit(id)
        ? placeAdmitted(id, content, key)
        : find(content, key, Overloaded.Cause.BACKLOG);
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

  /** Random, so that clients refused together do not retry together. */
  private Overloaded refuse(Overloaded.Cause cause) {
    refused.incrementAndGet(cause.ordinal());
    int spread = ThreadLocalRandom.current().nextInt(retryAfterSeconds + 1);
    return new Overloaded(retryAfterSeconds + spread);
  }
}
