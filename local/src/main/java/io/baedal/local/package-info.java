/** Runs the system on one machine: PostgreSQL, Kafka and all services as child processes. */
@NullMarked
package io.baedal.local;

import org.jspecify.annotations.NullMarked;
