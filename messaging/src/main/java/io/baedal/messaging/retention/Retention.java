package io.baedal.messaging.retention;

import java.time.Duration;

/**
 * Rows that are removed when they are old enough. Each bean of this type is seen to by {@link
 * Cleaner}.
 *
 * @param rows what the log calls them
 * @param age how old they become
 * @param removal deletes up to {@code :most} of those that are from before {@code :before}; it
 *     skips locked rows, so that replicas do not wait for each other
 */
public record Retention(String rows, Duration age, String removal) {}
