package io.baedal.delivery.work;

import io.baedal.delivery.refusal.UnknownOrder;
import io.baedal.messaging.outbox.Outbox;
import io.baedal.web.access.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The changes of one kind of work, each in the transaction of its caller. A change publishes the
 * events that it adds to the work. Concurrent changes of one order are serialized: each locks the
 * row and sees the result of the previous one.
 */
public abstract class ChangeWork<W extends Work> {

  private final Works<W, ?> works;
  private final Outbox outbox;
  private final Clock clock;

  protected ChangeWork(Works<W, ?> works, Outbox outbox, Clock clock) {
    this.works = works;
    this.outbox = outbox;
    this.clock = clock;
  }

  protected final Instant now() {
    return clock.instant();
  }

  /** Stores {@code requested}, or returns the existing work of the order. */
  protected final W request(W requested) {
    if (!works.addIfAbsent(requested)) {
      return works.lock(requested.orderId()).orElseThrow();
    }
    requested.events().forEach(outbox::publish);
    return requested;
  }

  /**
   * Executes the next step.
   *
   * @param step returns its argument if there is nothing to do
   * @throws UnknownOrder if the work was not requested, or is outside {@code scope}
   */
  protected final W advance(UUID orderId, Scope scope, UnaryOperator<W> step) {
    W present =
        works
            .lock(orderId, scope)
            .filter(Work::wasRequested)
            .orElseThrow(() -> new UnknownOrder(orderId));
    return apply(step, present);
  }

  /**
   * Cancels the work of an order.
   *
   * @param unrequested stored if the order has no work, so that none can be requested later
   * @param cancel returns its argument if there is nothing to cancel
   */
  protected final W cancel(W unrequested, UnaryOperator<W> cancel) {
    UUID orderId = unrequested.orderId();
    Optional<W> present = works.lock(orderId);
    if (present.isEmpty()) {
      if (works.addIfAbsent(unrequested)) {
        return unrequested;
      }
      // another transaction added it after the first lock attempt
      present = works.lock(orderId);
    }
    return apply(cancel, present.orElseThrow());
  }

  private W apply(UnaryOperator<W> step, W before) {
    W after = step.apply(before);
    if (!after.equals(before)) {
      works.save(after);
      after.events().stream().skip(before.events().size()).forEach(outbox::publish);
    }
    return after;
  }
}
