/** Runs the system on one machine: PostgreSQL, Kafka and the six services as child processes. */
@NullMarked
package io.baedal.local;

import org.jspecify.annotations.NullMarked;
