package io.baedal.orchestrator.saga.jdbc;

import static java.util.Comparator.comparing;
import static java.util.function.Predicate.not;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.OrderStatusChanged;
import io.baedal.messaging.event.ReasonCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code order_progress.timeline}: {@code 9 CANCELLED EndEvent_OrderCancelled
 * 2026-11-22T18:28:50.372521Z CUSTOMER_CANCELLED}, a change of status with its reason if it has
 * one; or {@code refused PICKED_UP 2026-11-22T18:28:50.372521Z}, a cancel that came too late.
 *
 * <p>The newest line is first: PostgreSQL logs only the part of a changed row between its first and
 * last difference, which does not contain the older lines. Earlier versions wrote the newest line
 * last.
 */
final class TimelineLine {

  private static final String REFUSED = "refused";

  /** Without the sequence number, which the database puts before it. */
  static String change(OrderStatus status, @Nullable ReasonCode reason, String step, Instant at) {
    String line = status + " " + step + " " + at;
    return reason == null ? line : line + " " + reason;
  }

  static String refusal(OrderCancellationRefused.Reason reason, Instant at) {
    return REFUSED + " " + reason + " " + at;
  }

  /**
   * The event that was published for the line.
   *
   * @param comments the comment on a reason; null if there is none
   */
  static DomainEvent event(
      UUID orderId, String line, Function<@Nullable ReasonCode, @Nullable String> comments) {
    String[] parts = line.split(" ");
    ReasonCode reason =
        parts.length > 4 && !parts[0].equals(REFUSED) ? ReasonCode.valueOf(parts[4]) : null;
    return parts[0].equals(REFUSED)
        ? new OrderCancellationRefused(
            orderId, OrderCancellationRefused.Reason.valueOf(parts[1]), Instant.parse(parts[2]))
        : new OrderStatusChanged(
            orderId,
            Integer.parseInt(parts[0]),
            OrderStatus.valueOf(parts[1]),
            reason,
            comments.apply(reason),
            parts[2],
            Instant.parse(parts[3]));
  }

  static List<String> oldestFirst(String timeline) {
    List<String> lines = new ArrayList<>(timeline.lines().filter(not(String::isEmpty)).toList());
    Collections.reverse(lines);
    lines.sort(comparing(TimelineLine::at));
    return lines;
  }

  private static Instant at(String line) {
    return Instant.parse(line.split(" ")[line.startsWith(REFUSED) ? 2 : 3]);
  }

  private TimelineLine() {}
}
