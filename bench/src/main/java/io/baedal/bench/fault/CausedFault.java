package io.baedal.bench.fault;

import java.time.Duration;

/**
 * The result of a planned fault.
 *
 * @param from since the run began
 * @param to since the run began
 * @param kills processes that it killed
 * @param skipped whether it was not injected, because its target was down, too many processes were
 *     down, or no call was made in time
 */
public record CausedFault(Fault fault, Duration from, Duration to, int kills, boolean skipped) {}
