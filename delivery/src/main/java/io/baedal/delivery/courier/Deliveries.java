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
   * Adds {@code delivery} unless its order has one, or another order has its number; a delivery
   * that is added is locked, too.
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

  /**
   * Up to {@code limit} of the deliveries that were started, oldest first.
   *
   * @param after when the last one that has been read was started, and its order; null for the
   *     first
   */
  List<Delivery> find(Filter filter, @Nullable Cursor after, int limit);

  /** The orders of the next {@code limit} deliveries behind that of order {@code after}. */
  List<UUID> next(UUID after, int limit);

  /**
   * The deliveries of orders behind {@code after} up to {@code last} that changed at {@code since}
   * or later, locked as by {@link #lock}.
   */
  List<Delivery> lockChanged(UUID after, UUID last, Instant since);

  /**
   * What to look for; null for whatever.
   *
   * @param statuses any of these; empty for whatever
   * @param changedSince changed then or later
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
