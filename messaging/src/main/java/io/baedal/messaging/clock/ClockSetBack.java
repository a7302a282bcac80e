package io.baedal.messaging.clock;

import java.time.Duration;

/**
 * This machine's clock was set back by so much; told once, within seconds. Whatever waits for a
 * time that was reckoned before would wait so much longer.
 */
public record ClockSetBack(Duration by) {}
