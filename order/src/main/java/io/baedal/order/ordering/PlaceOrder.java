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
  private final Outbox outbox;
  private final Clock clock;

  PlaceOrder(Orders orders, IdempotencyKeys keys, Outbox outbox, Clock clock) {
    this.orders = orders;
    this.keys = keys;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Places an order, or finds the one that was placed by the same request.
   *
   * @param id the id of the new order, which no order has had
   * @throws RuleBroken if the key or the reference was used for another request
   */
  @Transactional
  public Placement place(OrderId id, OrderContent content, @Nullable IdempotencyKey key) {
    Order order = Order.placed(id, content, clock.instant());
    String customer = content.customerId();
    // the key is always claimed before the order is added, so that no deadlock can occur
    if (key != null && !keys.claim(customer, key, use(order))) {
      return repeated(keys.find(customer, key).orElseThrow(), content);
    }
    Optional<Order> added = orders.add(order);
    if (added.isEmpty()) {
      return found(content, key);
    }
    outbox.publish(OrderEvents.placed(added.get()));
    return new Placement(added.get(), true);
  }

  /**
   * Finds the order that was placed by the same request; places nothing.
   *
   * @throws RuleBroken if the key or the reference was used for another request
   */
  @Transactional(readOnly = true)
  public Optional<Placement> placedBefore(OrderContent content, @Nullable IdempotencyKey key) {
    return Optional.ofNullable(key)
        .flatMap(known -> keys.find(content.customerId(), known))
        .map(use -> repeated(use, content))
        .or(() -> findByReference(content).map(first -> new Placement(first, false)));
  }

  private Placement repeated(KeyUse first, OrderContent content) {
    if (!first.request().equals(Fingerprint.of(content))) {
      throw RuleBroken.idempotencyKeyReused();
    }
    Order order = orders.find(first.orderId(), Scope.ALL).orElseThrow();
    return new Placement(first.placed() ? order.asPlaced() : order, first.placed());
  }

  private Placement found(OrderContent content, @Nullable IdempotencyKey key) {
    Order first = findByReference(content).orElseThrow();
    if (key != null) {
      // the next repeat is found by its reference as well, so that repeats store no keys
      keys.release(content.customerId(), key);
    }
    return new Placement(first, false);
  }

  private Optional<Order> findByReference(OrderContent content) {
    String reference = content.clientReference();
    if (reference == null) {
      return Optional.empty();
    }
    Optional<Order> first = orders.findByReference(content.customerId(), reference);
    if (first.isPresent() && !first.get().content().equals(content)) {
      throw RuleBroken.orderReferenceReused();
    }
    return first;
  }

  private static KeyUse use(Order order) {
    return new KeyUse(Fingerprint.of(order.content()), order.id(), true);
  }
}
