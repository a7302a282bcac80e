package io.baedal.bench.check;

/**
 * One promise broken for one order.
 *
 * @param what what was found, and what should have been, in a few words
 */
public record Violation(Invariant invariant, String orderId, String what) {}
