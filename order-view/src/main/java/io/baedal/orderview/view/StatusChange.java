package io.baedal.orderview.view;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the timeline.
 *
 * @param reasonComment the comment of the store or the operator on {@code reason}
 * @param step the element of the process model that was reached
 */
public record StatusChange(
    int sequence,
    OrderStatus status,
    @Nullable ReasonCode reason,
    @Nullable String reasonComment,
    String step,
    Instant at) {}
