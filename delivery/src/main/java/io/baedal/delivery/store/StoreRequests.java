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
   * Adds {@code request} unless its order has one, or another order has its number; a request that
   * is added is locked, too.
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

  /**
   * Up to {@code limit} of the requests that were made, oldest first.
   *
   * @param after when the last one that has been read was requested, and its order; null for the
   *     first
   */
  List<StoreRequest> find(Filter filter, @Nullable Cursor after, int limit);

  /** The orders of the next {@code limit} requests behind that of order {@code after}. */
  List<UUID> next(UUID after, int limit);

  /**
   * The requests of orders behind {@code after} up to {@code last} that changed at {@code since} or
   * later, locked as by {@link #lock}.
   */
  List<StoreRequest> lockChanged(UUID after, UUID last, Instant since);

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
      Set<StoreRequestStatus> statuses,
      @Nullable Instant changedSince) {

    public Filter {
      statuses = Set.copyOf(statuses);
    }
  }
}
