/** Compares what the services and the engine say of each order, and keeps what does not agree. */
@NullMarked
package io.baedal.orchestrator.reconciliation;

import org.jspecify.annotations.NullMarked;
