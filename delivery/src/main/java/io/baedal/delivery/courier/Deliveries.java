package io.baedal.delivery.courier;

import io.baedal.web.page.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All deliveries, one per order. */
public interface Deliveries {

  /**
   * Adds {@code delivery} unless its order has one, or another order has its number. An added
   * delivery is locked.
   *
   * @return whether it was added
   */
  boolean addIfAbsent(Delivery delivery);

  /**
   * Locks and returns the delivery of an order, including one that was recalled before it started.
   * No other transaction can lock or change it until the running transaction ends.
   */
  Optional<Delivery> lock(UUID orderId);

  /** Stores the new state of a delivery that the running transaction has locked. */
  void save(Delivery delivery);

  /** Returns nothing for a delivery that was recalled before it started. */
  Optional<Delivery> find(UUID orderId);

  /**
   * Up to {@code limit} of the deliveries that were started, oldest first.
   *
   * @param after the start time and the order of the last delivery read; null for the first page
   */
  List<Delivery> find(Filter filter, @Nullable Cursor after, int limit);

  /** The order ids of the next {@code limit} deliveries after order {@code after}. */
  List<UUID> next(UUID after, int limit);

  /**
   * Locks, as {@link #lock} does, the deliveries of orders after {@code after} up to {@code last}
   * that changed at {@code since} or later.
   */
  List<Delivery> lockChanged(UUID after, UUID last, Instant since);

  /**
   * The conditions of a list; null means no condition.
   *
   * @param statuses any of these; empty means any
   * @param changedSince changed at this time or later
   */
  record Filter(
      @Nullable UUID orderId,
      @Nullable Long orderNumber,
      @Nullable String storeId,
      Set<DeliveryStatus> statuses,
      @Nullable Instant changedSince) {

    public Filter {
      statuses = Set.copyOf(statuses);
    }
  }
}
