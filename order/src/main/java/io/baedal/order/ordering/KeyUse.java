package io.baedal.order.ordering;

/**
 * What an idempotency key was used for.
 *
 * @param placed whether that request placed the order; false if it only found the order by its
 *     reference, as an earlier build stored it
 */
public record KeyUse(Fingerprint request, OrderId orderId, boolean placed) {}
