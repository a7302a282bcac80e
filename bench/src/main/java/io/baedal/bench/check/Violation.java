package io.baedal.bench.check;

/**
 * An invariant that one order violates.
 *
 * @param what what was found and what was expected, in a few words
 */
public record Violation(Invariant invariant, String orderId, String what) {}
