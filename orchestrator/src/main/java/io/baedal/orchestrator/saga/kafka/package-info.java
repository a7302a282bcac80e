/** Receives the events of the other services. */
@NullMarked
package io.baedal.orchestrator.saga.kafka;

import org.jspecify.annotations.NullMarked;
