package io.baedal.bench.fault;

import io.baedal.local.common.Instance;
import java.time.Duration;

/**
 * One planned fault.
 *
 * @param at since the run began
 * @param target the affected instance; for a fault between two parts, the one whose answer or event
 *     triggers it
 * @param lasts how long it lasts, or how long until a killed process is restarted
 */
public record Fault(Duration at, FaultKind kind, Instance target, Duration lasts) {}
