package io.baedal.order.ordering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All orders that were ever placed. */
public interface Orders {

  /**
   * Adds an order, which is then among the {@link WaitingOrders}.
   *
   * @return the order with its number; empty, and nothing added, if its customer has one with its
   *     reference
   */
  Optional<Order> add(Order order);

  Optional<Order> find(OrderId id);

  Optional<Order> findByReference(String customerId, String clientReference);

  /** The order, held against every other change until the transaction ends. */
  Optional<Order> lock(OrderId id);

  /** Those of these orders that are here, each held as by {@link #lock(OrderId)}. */
  List<Order> lock(Set<OrderId> ids);

  /** Keeps the new state of an order that this transaction has locked. */
  void update(Order order);

  /** Up to {@code limit} orders, newest first. */
  List<Order> list(OrderQuery query, int limit);

  /** The id of the order with this number. */
  Optional<OrderId> numbered(long number);

  /** The ids of the next {@code limit} orders behind {@code after}, by their text. */
  List<OrderId> next(OrderId after, int limit);

  /**
   * The orders behind {@code after} up to {@code last} that were placed, asked to be cancelled, or
   * closed at {@code since} or later; held as by {@link #lock(OrderId)}.
   */
  List<Order> lockChanged(OrderId after, OrderId last, Instant since);
}
