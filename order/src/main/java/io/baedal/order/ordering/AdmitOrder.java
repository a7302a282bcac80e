package io.baedal.order.ordering;

import io.baedal.order.OrderProperties;
import io.baedal.order.OrderProperties.Admission;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Places orders as long as they can be seen to. Each one costs the rest of the system much more
 * than it costs this service, so without a bound the backlog would grow for as long as the load is
 * too high. A repeat of an order that was placed has its answer all the same.
 */
@Service
public class AdmitOrder {

  private final PlaceOrder placeOrder;
  private final Backlog backlog;
  private final Semaphore atWork;
  private final int retryAfterSeconds;
  private final AtomicLongArray refused = new AtomicLongArray(Overloaded.Cause.values().length);

  AdmitOrder(PlaceOrder placeOrder, Backlog backlog, OrderProperties properties) {
    Admission admission = properties.admission();
    this.placeOrder = placeOrder;
    this.backlog = backlog;
    this.atWork = new Semaphore(admission.maxAtWork());
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
      throw refuse(Overloaded.Cause.AT_WORK);
    }
    try {
      if (backlog.isFull()) {
        return placeOrder
            .placedBefore(content, key)
            .orElseThrow(() -> refuse(Overloaded.Cause.BACKLOG));
      }
      Placement placement = placeOrder.place(content, key);
      backlog.grow();
      return placement;
    } finally {
      atWork.release();
    }
  }

  /** How many orders were refused since the start. */
  public long refused(Overloaded.Cause cause) {
    return refused.get(cause.ordinal());
  }

  /** Those who were refused together should not come back together. */
  private Overloaded refuse(Overloaded.Cause cause) {
    refused.incrementAndGet(cause.ordinal());
    int spread = ThreadLocalRandom.current().nextInt(retryAfterSeconds + 1);
    return new Overloaded(retryAfterSeconds + spread);
  }
}
