package io.baedal.messaging.republication;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.outbox.Outbox;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the events of a service to its outbox again, for a limited number of orders at a time. A
 * rebuilt event has the same content and therefore the same id: consumers that have received it
 * ignore it.
 */
public class Republication {

  /** Before the first order. */
  public static final UUID BEGINNING = new UUID(0, 0);

  static final int PAGE_SIZE = 200;

  /** Limits the time that new events wait behind rebuilt ones to about two seconds. */
  static final int MAX_WAITING = 2_000;

  private static final UUID END = new UUID(-1, -1);

  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

  /** PostgreSQL's order. {@link UUID#compareTo} treats the first bit as a sign. */
  private static final Comparator<UUID> BY_ID = Comparator.comparing(UUID::toString);

  private final List<EventSource> sources;
  private final Outbox outbox;
  private final JdbcClient jdbc;

  public Republication(List<EventSource> sources, Outbox outbox, JdbcClient jdbc) {
    this.sources = List.copyOf(sources);
    this.outbox = outbox;
    this.jdbc = jdbc;
  }

  /**
   * Republishes the events of the next orders after {@code after} that changed at {@code since} or
   * later. Does nothing while many events wait to be sent.
   */
  @Transactional
  public Page republish(UUID after, Instant since) {
    if (outboxIsFull()) {
      return new Page(0, 0, after);
    }
    Instant from = clamp(since);
    UUID last = sources.stream().map(source -> lastOf(source, after)).min(BY_ID).orElse(END);
    List<DomainEvent> events =
        sources.stream().flatMap(source -> source.eventsOf(after, last, from).stream()).toList();
    events.forEach(outbox::publish);
    long orders = events.stream().map(DomainEvent::orderId).distinct().count();
    return new Page((int) orders, events.size(), last.equals(END) ? null : last);
  }

  /** Limits the time to a range that PostgreSQL supports; nothing changed outside it. */
  private static Instant clamp(Instant since) {
    return since.isBefore(Instant.EPOCH)
        ? Instant.EPOCH
        : since.isAfter(END_OF_TIME) ? END_OF_TIME : since;
  }

  private static UUID lastOf(EventSource source, UUID after) {
    List<UUID> orders = source.next(after, PAGE_SIZE);
    return orders.size() < PAGE_SIZE ? END : orders.get(orders.size() - 1);
  }

  private boolean outboxIsFull() {
    return jdbc.sql("SELECT count(*) FROM (SELECT FROM outbox LIMIT ?) AS waiting")
            .param(MAX_WAITING)
            .query(Integer.class)
            .single()
        >= MAX_WAITING;
  }

  /**
   * The result of one call.
   *
   * @param orders the number of orders whose events were published
   * @param events the number of events
   * @param next the order after which to continue; null if there are no more orders. The same as in
   *     the call if the outbox has to drain first
   */
  public record Page(int orders, int events, @Nullable UUID next) {}
}
