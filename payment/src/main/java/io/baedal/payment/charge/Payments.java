package io.baedal.payment.charge;

import io.baedal.web.page.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All payments, one per order. Nothing is ever removed. */
public interface Payments {

  /** Adds {@code payment} unless its order has one; returns the one that is there then. */
  Payment addIfAbsent(Payment payment);

  /** The same, and nobody else can lock or change it until the running transaction ends. */
  Payment addIfAbsentAndLock(Payment payment);

  /**
   * The payment of an order, which nobody else can lock or change until the running transaction
   * ends.
   */
  Optional<Payment> lock(UUID orderId);

  /** Stores the new state of a payment that the running transaction has locked. */
  void save(Payment payment);

  /** Empty also for a payment that was undone without ever being requested. */
  Optional<Payment> find(UUID id);

  /**
   * Up to {@code limit} of the payments that were requested, newest first.
   *
   * @param after when the last one that has been read was requested, and its id; null for the first
   */
  List<Payment> find(Filter filter, @Nullable Cursor after, int limit);

  /** The orders of the next {@code limit} payments behind that of order {@code after}. */
  List<UUID> next(UUID after, int limit);

  /**
   * The payments of orders behind {@code after} up to {@code last} that changed at {@code since} or
   * later, locked as by {@link #lock}.
   */
  List<Payment> lockChanged(UUID after, UUID last, Instant since);

  /**
   * What to look for; null for whatever.
   *
   * @param statuses any of these; empty for whatever
   * @param changedSince changed then or later
   */
  record Filter(
      @Nullable UUID orderId, Set<PaymentStatus> statuses, @Nullable Instant changedSince) {

    public Filter {
      statuses = Set.copyOf(statuses);
    }
  }
}
