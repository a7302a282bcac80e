package io.baedal.messaging.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The process changed the status of an order.
 *
 * @param sequence counts the changes of this order from 1 without gaps, so that a consumer can sort
 *     them and detect duplicates
 * @param reason why the order was cancelled or rejected, as soon as it is known
 * @param comment the reason as text for the customer: of the store that rejected the order, or of
 *     the operator who cancelled it. Added to {@code v1} later and omitted from the payload if it
 *     is null, so that earlier events keep their ids when they are republished
 * @param step the id of the element of the process model that was reached
 */
public record OrderStatusChanged(
    UUID orderId,
    int sequence,
    OrderStatus status,
    @Nullable ReasonCode reason,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String comment,
    String step,
    Instant at)
    implements DomainEvent {}
