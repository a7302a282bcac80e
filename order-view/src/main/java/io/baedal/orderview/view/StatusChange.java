package io.baedal.orderview.view;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the timeline.
 *
 * @param reasonComment the words of the store or the operator for {@code reason}
 * @param step the process model's element that was reached
 */
public record StatusChange(
    int sequence,
    OrderStatus status,
    @Nullable ReasonCode reason,
    @Nullable String reasonComment,
    String step,
    Instant at) {}
