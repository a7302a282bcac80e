package io.baedal.messaging.clock;

import java.time.Duration;

/**
 * This machine's clock was set back by this duration; published once, within seconds. A wait for a
 * time computed before would take longer by this duration.
 */
public record ClockSetBack(Duration by) {}
