package io.baedal.order.ordering;

/**
 * The answer to a request to place an order.
 *
 * @param placed true if this request, or the request that it repeats, placed the order; the order
 *     is then in its first state. False if the order already existed; it is then in its current
 *     state
 */
public record Placement(Order order, boolean placed) {}
