package io.baedal.order.ordering;

/**
 * The answer to a request to place an order.
 *
 * @param placed whether the answer is that of placing it (then the order is as it was placed, also
 *     when the request is repeated); false if the order was there, and is shown as it is now
 */
public record Placement(Order order, boolean placed) {}
