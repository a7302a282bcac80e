package io.baedal.messaging.clock;

import java.time.Duration;

/**
 * The clock of this machine was set back by this duration; published once, within seconds. A wait
 * for a time computed before takes longer by this duration.
 */
public record ClockSetBack(Duration by) {}
