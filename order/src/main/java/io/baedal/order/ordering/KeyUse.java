package io.baedal.order.ordering;

/**
 * What an idempotency key was used for.
 *
 * @param placed whether that request placed the order; false where an earlier build kept the key of
 *     one that only found it by its reference
 */
public record KeyUse(Fingerprint request, OrderId orderId, boolean placed) {}
