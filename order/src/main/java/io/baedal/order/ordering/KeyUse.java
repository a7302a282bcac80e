package io.baedal.order.ordering;

/**
 * The use of an idempotency key.
 *
 * @param placed whether that request placed the order; false if it found the order by its
 *     reference, which only earlier builds stored
 */
public record KeyUse(Fingerprint request, OrderId orderId, boolean placed) {}
