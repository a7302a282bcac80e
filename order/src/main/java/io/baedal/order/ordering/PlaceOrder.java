package io.baedal.order.ordering;

import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.outbox.Outbox;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Places an order once, however often and however concurrently it is asked to: by the request's
 * idempotency key and by the customer's own reference.
 */
@Service
public class PlaceOrder {

  private final Orders orders;
  private final IdempotencyKeys keys;
  private final Outbox outbox;
  private final OrderIds ids;
  private final Clock clock;

  PlaceOrder(Orders orders, IdempotencyKeys keys, Outbox outbox, OrderIds ids, Clock clock) {
    this.orders = orders;
    this.keys = keys;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Places an order, or finds the one that was placed by the same request.
   *
   * @throws RuleBroken if the key or the reference stands for another request
   */
  @Transactional
  public Placement place(OrderContent content, @Nullable IdempotencyKey key) {
    Order order = Order.placed(ids.next(), content, clock.instant());
    // always the key before the order: two requests can so never wait for each other
    if (key != null && !keys.claim(key, use(order, true))) {
      return repeated(keys.useOf(key), content);
    }
    if (!orders.add(order)) {
      return found(order, key);
    }
    outbox.publish(event(order));
    return new Placement(order, true);
  }

  private Placement repeated(KeyUse first, OrderContent content) {
    if (!first.request().equals(Fingerprint.of(content))) {
      throw RuleBroken.idempotencyKeyReused();
    }
    Order order = orders.find(first.orderId()).orElseThrow();
    return new Placement(first.placed() ? order.asPlaced() : order, first.placed());
  }

  private Placement found(Order order, @Nullable IdempotencyKey key) {
    OrderContent content = order.content();
    String reference = Objects.requireNonNull(content.clientReference());
    Order first = orders.findByReference(content.customerId(), reference).orElseThrow();
    if (!first.content().equals(content)) {
      throw RuleBroken.orderReferenceReused();
    }
    if (key != null) {
      keys.amend(key, use(first, false));
    }
    return new Placement(first, false);
  }

  private static KeyUse use(Order order, boolean placed) {
    return new KeyUse(Fingerprint.of(order.content()), order.id(), placed);
  }

  private static OrderPlaced event(Order order) {
    OrderContent content = order.content();
    return new OrderPlaced(
        order.id().value(),
        content.clientReference(),
        content.customerId(),
        content.storeId(),
        content.items().stream()
            .map(i -> new OrderPlaced.Item(i.productName(), i.quantity(), i.unitPrice()))
            .toList(),
        content.total().amount(),
        content.currency().getCurrencyCode(),
        content.deliveryAddress(),
        content.paymentMethod(),
        order.placedAt());
  }
}
