package io.baedal.orderview.view;

import io.baedal.messaging.event.OrderStatus;
import org.jspecify.annotations.Nullable;

/** Which views to list: null lets all through. */
public record ViewFilter(
    @Nullable String customerId, @Nullable String storeId, @Nullable OrderStatus status) {}
