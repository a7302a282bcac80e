package io.baedal.orchestrator.operations.reconciliation;

import io.baedal.messaging.event.OrderStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all sources report for one order; null for a source that does not know it. */
record OrderStates(
    UUID orderId,
    State.@Nullable Fulfillment fulfillment,
    State.@Nullable Order order,
    State.@Nullable Payment payment,
    State.@Nullable Delivery delivery,
    State.@Nullable View view) {

  /**
   * Whether the order has changed anywhere since {@code then}. The sources are read one after
   * another and consume events at different times, so that a recent change can look like a
   * disagreement.
   */
  boolean changedSince(Instant then) {
    return Stream.of(fulfillment, order, payment, delivery, view)
        .filter(Objects::nonNull)
        .anyMatch(state -> state.changedAt().isAfter(then));
  }

  boolean isRunning() {
    return fulfillment != null && fulfillment.running();
  }

  /**
   * How the order ended; null if it has not. Taken from the order service if only that knows the
   * order.
   */
  @Nullable OrderStatus end() {
    OrderStatus status =
        fulfillment != null ? fulfillment.status() : order != null ? order.status() : null;
    return status != null && status.ended() ? status : null;
  }

  boolean isDelivered() {
    return end() == OrderStatus.DELIVERED;
  }

  /** Whether it was cancelled or rejected, so that all its steps must be undone. */
  boolean isUndone() {
    return end() == OrderStatus.CANCELLED || end() == OrderStatus.REJECTED;
  }

  boolean isUnknown() {
    return fulfillment == null && order == null;
  }

  /** A text for each source, in the sequence in which an order passes them. */
  Map<String, String> describe() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        "order",
        order == null
            ? "-"
            : text(order.status(), order.reason()) + cancellation(order.cancellation()));
    texts.put(
        "orchestrator",
        fulfillment == null
            ? "-"
            : text(fulfillment.status(), fulfillment.reason()) + " #" + fulfillment.sequence());
    texts.put("process", process());
    texts.put(
        "payment", payment == null ? "-" : payment.status() + ", " + payment.held() + " held");
    texts.put("storeRequest", delivery == null ? "-" : text(delivery.storeRequest()));
    texts.put("delivery", delivery == null ? "-" : text(delivery.delivery()));
    texts.put(
        "view",
        view == null
            ? "-"
            : text(view.status(), view.reason())
                + " #"
                + view.sequence()
                + cancellation(view.cancellation()));
    return texts;
  }

  private String process() {
    if (fulfillment == null || !fulfillment.running()) {
      return "-";
    }
    return fulfillment.suspended() ? "suspended" : "running";
  }

  private static String cancellation(State.@Nullable Cancellation cancellation) {
    return cancellation == null ? "" : ", request to cancel " + cancellation;
  }

  private static String text(Object status, @Nullable Object reason) {
    return reason == null ? status.toString() : status + " (" + reason + ")";
  }

  private static String text(@Nullable Object status) {
    return status == null ? "-" : status.toString();
  }
}
