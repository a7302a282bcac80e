package io.baedal.order.ordering;

/**
 * The answer to a request to place an order.
 *
 * @param placed true if this request, or the one it repeats, placed the order, which is then shown
 *     as it was placed; false if the order existed before, and is shown as it is now
 */
public record Placement(Order order, boolean placed) {}
