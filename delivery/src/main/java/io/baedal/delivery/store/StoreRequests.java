package io.baedal.delivery.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All store requests, one per order. */
public interface StoreRequests {

  /**
   * Adds {@code request} unless its order has one; a request that is added is locked, too.
   *
   * @return whether it was added
   */
  boolean addIfAbsent(StoreRequest request);

  /**
   * The request of an order, which nobody else can lock or change until the running transaction
   * ends; also one that was cancelled unrequested.
   */
  Optional<StoreRequest> lock(UUID orderId);

  /** Stores the new state of a request that the running transaction has locked. */
  void save(StoreRequest request);

  /** Empty also for one that was cancelled without ever being requested. */
  Optional<StoreRequest> find(UUID orderId);

  /** One page of what stores were asked, newest first. */
  Page find(Filter filter, int page, int size);

  /** The orders of the next {@code limit} requests behind that of order {@code after}. */
  List<UUID> next(UUID after, int limit);

  /**
   * The requests of orders behind {@code after} up to {@code last} that changed at {@code since} or
   * later, locked as by {@link #lock}.
   */
  List<StoreRequest> lockChanged(UUID after, UUID last, Instant since);

  /** What to look for; null for whatever. */
  record Filter(
      @Nullable UUID orderId, @Nullable String storeId, @Nullable StoreRequestStatus status) {}

  /** Some of the requests found, and how many there are. */
  record Page(List<StoreRequest> items, long totalItems) {

    public Page {
      items = List.copyOf(items);
    }
  }
}
