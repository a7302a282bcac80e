package io.baedal.bench.fault;

import java.time.Duration;

/**
 * What became of a planned fault.
 *
 * @param from since the run began
 * @param to since the run began
 * @param kills processes that died of it
 * @param skipped whether it was not caused, because its target was down, too much else was, or no
 *     call came by
 */
public record CausedFault(Fault fault, Duration from, Duration to, int kills, boolean skipped) {}
