package io.baedal.delivery.courier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All deliveries, one per order. */
public interface Deliveries {

  /**
   * Adds {@code delivery} unless its order has one; a delivery that is added is locked, too.
   *
   * @return whether it was added
   */
  boolean addIfAbsent(Delivery delivery);

  /**
   * The delivery of an order, which nobody else can lock or change until the running transaction
   * ends; also one that was recalled unstarted.
   */
  Optional<Delivery> lock(UUID orderId);

  /** Stores the new state of a delivery that the running transaction has locked. */
  void save(Delivery delivery);

  /** Empty also for one that was recalled without ever being started. */
  Optional<Delivery> find(UUID orderId);

  /** One page of what couriers were asked, newest first. */
  Page find(Filter filter, int page, int size);

  /** The orders of the next {@code limit} deliveries behind that of order {@code after}. */
  List<UUID> next(UUID after, int limit);

  /**
   * The deliveries of orders behind {@code after} up to {@code last} that changed at {@code since}
   * or later, locked as by {@link #lock}.
   */
  List<Delivery> lockChanged(UUID after, UUID last, Instant since);

  /** What to look for; null for whatever. */
  record Filter(@Nullable UUID orderId, @Nullable DeliveryStatus status) {}

  /** Some of the deliveries found, and how many there are. */
  record Page(List<Delivery> items, long totalItems) {

    public Page {
      items = List.copyOf(items);
    }
  }
}
