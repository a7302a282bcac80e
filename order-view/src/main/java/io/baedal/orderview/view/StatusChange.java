package io.baedal.orderview.view;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry of the timeline; {@code step} is the process model's element that was reached. */
public record StatusChange(
    int sequence, OrderStatus status, @Nullable ReasonCode reason, String step, Instant at) {}
