package io.baedal.messaging.retention;

import java.time.Duration;

/**
 * Rows that are removed at a certain age. {@link Cleaner} processes each bean of this type.
 *
 * @param rows their name in the log
 * @param age the age at which they are removed
 * @param removal deletes up to {@code :most} rows older than {@code :before}; it skips locked rows,
 *     so that replicas do not wait for each other
 */
public record Retention(String rows, Duration age, String removal) {}
