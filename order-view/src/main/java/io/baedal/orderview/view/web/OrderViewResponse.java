package io.baedal.orderview.view.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.orderview.view.Cancellation;
import io.baedal.orderview.view.OrderDetails;
import io.baedal.orderview.view.OrderView;
import io.baedal.orderview.view.StatusChange;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order view as clients see it; the fields of {@code details} stand beside the others, and are
 * missing while they are not known.
 */
record OrderViewResponse(
    UUID orderId,
    @JsonUnwrapped @Nullable OrderDetails details,
    OrderStatus status,
    @Nullable ReasonCode reason,
    int sequence,
    Instant updatedAt,
    @Nullable Cancellation cancellation,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<StatusChange> timeline) {

  static OrderViewResponse of(OrderView view) {
    return response(view, view.timeline());
  }

  static OrderViewResponse withoutTimeline(OrderView view) {
    return response(view, null);
  }

  private static OrderViewResponse response(OrderView view, @Nullable List<StatusChange> timeline) {
    return new OrderViewResponse(
        view.orderId(),
        view.details(),
        view.status(),
        view.reason(),
        view.sequence(),
        view.updatedAt(),
        view.cancellation(),
        timeline);
  }
}
