package io.baedal.order.ordering;

import io.baedal.messaging.outbox.Outbox;
import io.baedal.web.access.Scope;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Places an order once, also for repeated and concurrent requests, which are recognised by the
 * idempotency key and by the customer's reference.
 */
@Service
public class PlaceOrder {

  private final Orders orders;
  private final IdempotencyKeys keys;
  private final Prices prices;
  private final Outbox outbox;
  private final Clock clock;

  PlaceOrder(Orders orders, IdempotencyKeys keys, Prices prices, Outbox outbox, Clock clock) {
    this.orders = orders;
    this.keys = keys;
    this.prices = prices;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Places an order, or finds the one that was placed by the same request.
   *
   * @param id the id of the new order, which no order has had
   * @throws RuleBroken if the key or the reference was used for another request
   * @throws OrderRefused if it is a new order whose items cannot be ordered like this; nothing is
   *     stored
   */
  @Transactional
  public Placement place(OrderId id, OrderRequest request, @Nullable IdempotencyKey key) {
    String customer = request.customerId();
    // the key is always claimed before the order is added, so that no deadlock can occur
    if (key != null && !keys.claim(customer, key, new KeyUse(Fingerprint.of(request), id, true))) {
      return repeated(keys.find(customer, key).orElseThrow(), request);
    }
    try {
      return add(id, request).orElseGet(() -> found(request, key).orElseThrow());
    } catch (OrderRefused refused) {
      // an order with this reference may have been placed before the menu changed
      return found(request, key).orElseThrow(() -> refused);
    }
  }

  /** Empty, and nothing is added, if the customer has an order with the same reference. */
  private Optional<Placement> add(OrderId id, OrderRequest request) {
    OrderContent content = request.with(prices.of(request));
    Optional<Order> added = orders.add(Order.placed(id, content, clock.instant()));
    added.ifPresent(order -> outbox.publish(OrderEvents.placed(order)));
    return added.map(order -> new Placement(order, true));
  }

  /**
   * Finds the order that was placed by the same request; places nothing.
   *
   * @throws RuleBroken if the key or the reference was used for another request
   */
  @Transactional(readOnly = true)
  public Optional<Placement> placedBefore(OrderRequest request, @Nullable IdempotencyKey key) {
    return Optional.ofNullable(key)
        .flatMap(known -> keys.find(request.customerId(), known))
        .map(use -> repeated(use, request))
        .or(() -> findByReference(request));
  }

  private Placement repeated(KeyUse first, OrderRequest request) {
    if (!first.request().equals(Fingerprint.of(request))) {
      throw RuleBroken.idempotencyKeyReused();
    }
    Order order = orders.find(first.orderId(), Scope.ALL).orElseThrow();
    return new Placement(first.placed() ? order.asPlaced() : order, first.placed());
  }

  private Optional<Placement> found(OrderRequest request, @Nullable IdempotencyKey key) {
    Optional<Placement> first = findByReference(request);
    if (first.isPresent() && key != null) {
      // the next repeat is found by its reference as well, so that repeats store no keys
      keys.release(request.customerId(), key);
    }
    return first;
  }

  private Optional<Placement> findByReference(OrderRequest request) {
    String reference = request.clientReference();
    if (reference == null) {
      return Optional.empty();
    }
    Optional<Order> first = orders.findByReference(request.customerId(), reference);
    if (first.isPresent() && !request.fits(first.get().content())) {
      throw RuleBroken.orderReferenceReused();
    }
    return first.map(order -> new Placement(order, false));
  }
}
