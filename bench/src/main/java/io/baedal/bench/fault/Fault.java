package io.baedal.bench.fault;

import io.baedal.local.Instance;
import java.time.Duration;

/**
 * One planned fault.
 *
 * @param at since the run began
 * @param target what it hits; of a fault between two parts, the one that is to blame
 * @param lasts how long, or how long until what was killed is started again
 */
public record Fault(Duration at, FaultKind kind, Instance target, Duration lasts) {}
