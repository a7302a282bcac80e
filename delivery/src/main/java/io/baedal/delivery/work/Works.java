package io.baedal.delivery.work;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.republication.EventSource;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All work of one kind, one item for each order.
 *
 * @param <W> the kind of work
 * @param <S> its statuses
 */
public interface Works<W extends Work, S extends Enum<S>> extends EventSource {

  /**
   * Adds {@code work} unless its order has work of this kind. Added work is locked.
   *
   * @return whether it was added
   */
  boolean addIfAbsent(W work);

  /**
   * Locks and returns the work of an order, including one that was cancelled before it was
   * requested. No other transaction can lock or change it until the running transaction ends.
   */
  Optional<W> lock(UUID orderId);

  /** As {@link #lock(UUID)}; returns nothing outside {@code scope}. */
  Optional<W> lock(UUID orderId, Scope scope);

  /** Stores the new state of work that the running transaction has locked. */
  void save(W work);

  /**
   * Returns nothing outside {@code scope}, or for work that was cancelled before it was requested.
   */
  Optional<W> find(UUID orderId, Scope scope);

  /**
   * Up to {@code limit} of the work that was requested, oldest first.
   *
   * @param after the time of the request and the order of the last one read; null for the first
   *     page
   */
  List<W> find(Filter<S> filter, @Nullable Cursor after, int limit);

  /**
   * Locks, as {@link #lock} does, the work of orders after {@code after} up to {@code last} that
   * changed at {@code since} or later.
   */
  List<W> lockChanged(UUID after, UUID last, Instant since);

  @Override
  default List<DomainEvent> eventsOf(UUID after, UUID last, Instant since) {
    return lockChanged(after, last, since).stream()
        .flatMap(work -> work.events().stream())
        .toList();
  }

  /**
   * The conditions of a list; null means no condition.
   *
   * @param statuses any of these; empty means any
   * @param changedSince changed at this time or later
   * @param scope only work inside it
   */
  record Filter<S>(
      @Nullable UUID orderId,
      @Nullable Long orderNumber,
      @Nullable String storeId,
      Set<S> statuses,
      @Nullable Instant changedSince,
      Scope scope) {

    public Filter {
      statuses = Set.copyOf(statuses);
    }
  }
}
