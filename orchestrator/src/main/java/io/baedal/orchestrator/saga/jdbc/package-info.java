/** The progress of each order, and its parked messages, in the engine's database. */
@NullMarked
package io.baedal.orchestrator.saga.jdbc;

import org.jspecify.annotations.NullMarked;
