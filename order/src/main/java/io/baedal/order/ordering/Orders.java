package io.baedal.order.ordering;

import io.baedal.web.access.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All orders; only retention removes them. */
public interface Orders {

  /**
   * Adds an order, also to the {@link WaitingOrders}.
   *
   * @return the order with its number; empty, and nothing is added, if the customer has an order
   *     with the same reference
   */
  Optional<Order> add(Order order);

  /** The order, if it is inside {@code scope}. */
  Optional<Order> find(OrderId id, Scope scope);

  Optional<Order> findByReference(String customerId, String clientReference);

  /** As {@link #find}, locked against other changes until the transaction ends. */
  Optional<Order> lock(OrderId id, Scope scope);

  /** Those of the given orders that exist, each locked as by {@link #lock(OrderId, Scope)}. */
  List<Order> lock(Set<OrderId> ids);

  /** Stores the new state of an order that this transaction has locked. */
  void update(Order order);

  /** Up to {@code limit} orders, newest first. */
  List<Order> list(OrderQuery query, int limit);

  /** The id of the order with this number, if it is inside {@code scope}. */
  Optional<OrderId> numbered(long number, Scope scope);

  /** Up to {@code limit} ids of orders after {@code after}, ordered as text. */
  List<OrderId> next(OrderId after, int limit);

  /**
   * The orders after {@code after} up to {@code last} that changed at {@code since} or later: were
   * placed or closed, or had their cancellation requested. Locked as by {@link #lock(OrderId,
   * Scope)}.
   */
  List<Order> lockChanged(OrderId after, OrderId last, Instant since);
}
