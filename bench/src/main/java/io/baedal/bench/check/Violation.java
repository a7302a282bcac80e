package io.baedal.bench.check;

/**
 * One promise broken for one order.
 *
 * @param what what was found and what was expected, in a few words
 */
public record Violation(Invariant invariant, String orderId, String what) {}
