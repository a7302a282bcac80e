package io.baedal.delivery.store;

import io.baedal.web.page.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All store requests, one per order. */
public interface StoreRequests {

  /**
   * Adds {@code request} unless its order has one, or another order has its number. An added
   * request is locked.
   *
   * @return whether it was added
   */
  boolean addIfAbsent(StoreRequest request);

  /**
   * Locks and returns the request of an order, including one that was cancelled before it was made.
   * No other transaction can lock or change it until the running transaction ends.
   */
  Optional<StoreRequest> lock(UUID orderId);

  /** Stores the new state of a request that the running transaction has locked. */
  void save(StoreRequest request);

  /** Returns nothing for a request that was cancelled before it was made. */
  Optional<StoreRequest> find(UUID orderId);

  /**
   * Up to {@code limit} of the requests that were made, oldest first.
   *
   * @param after the request time and the order of the last request read; null for the first page
   */
  List<StoreRequest> find(Filter filter, @Nullable Cursor after, int limit);

  /** The order ids of the next {@code limit} requests after order {@code after}. */
  List<UUID> next(UUID after, int limit);

  /**
   * Locks, as {@link #lock} does, the requests of orders after {@code after} up to {@code last}
   * that changed at {@code since} or later.
   */
  List<StoreRequest> lockChanged(UUID after, UUID last, Instant since);

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
      Set<StoreRequestStatus> statuses,
      @Nullable Instant changedSince) {

    public Filter {
      statuses = Set.copyOf(statuses);
    }
  }
}
