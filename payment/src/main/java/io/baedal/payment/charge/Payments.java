package io.baedal.payment.charge;

import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All payments, one per order; only retention removes them. */
public interface Payments {

  /** Adds {@code payment} unless its order has a payment; returns the stored payment. */
  Payment addIfAbsent(Payment payment);

  /** Like {@link #addIfAbsent}, and locks the payment until the running transaction ends. */
  Payment addIfAbsentAndLock(Payment payment);

  /** The payment of an order, locked against other changes until the running transaction ends. */
  Optional<Payment> lock(UUID orderId);

  /** Stores the new state of a payment that the running transaction has locked. */
  void save(Payment payment);

  /** Empty outside {@code scope}, and for a payment that was cancelled before it was requested. */
  Optional<Payment> find(UUID id, Scope scope);

  /**
   * Up to {@code limit} of the payments that were requested, newest first.
   *
   * @param after the request time and id of the last payment of the previous page; null for the
   *     first page
   */
  List<Payment> find(Filter filter, @Nullable Cursor after, int limit);

  /** The next {@code limit} orders with a payment after order {@code after}. */
  List<UUID> next(UUID after, int limit);

  /**
   * The payments of orders after {@code after} up to {@code last} that changed at {@code since} or
   * later, locked as by {@link #lock}.
   */
  List<Payment> lockChanged(UUID after, UUID last, Instant since);

  /**
   * The conditions of a list; null means no condition.
   *
   * @param statuses any of these; empty means no condition
   * @param changedSince changed at this time or later
   * @param scope only payments inside it
   */
  record Filter(
      @Nullable UUID orderId,
      Set<PaymentStatus> statuses,
      @Nullable Instant changedSince,
      Scope scope) {

    public Filter {
      statuses = Set.copyOf(statuses);
    }
  }
}
